import { Button } from '../../kit/button.tsx';
import { DialogActions, InPlaceDialog } from './in-place-dialog.tsx';

type NoPermissionProps = {
  sentence: string;
  /** The way out; null when asking is not possible now. */
  onAsk: (() => void) | null;
  /** Why asking is not possible now, and until when. */
  why: string | null;
  onClose: () => void;
};

/** Somebody would call without permission (Q39). */
export function NoPermission({ sentence, onAsk, why, onClose }: NoPermissionProps) {
  return (
    <InPlaceDialog role="alertdialog" title="No permission to call" sentence={sentence} onClose={onClose}>
      <DialogActions>
        <Button kind="accent" why={why} onPress={() => onAsk?.()}>
          Ask for permission
        </Button>
        <Button kind="quiet" onPress={onClose}>
          Close
        </Button>
      </DialogActions>
    </InPlaceDialog>
  );
}
