import { useState } from 'react';
import { Button } from '../../kit/button.tsx';
import { TextArea } from '../../kit/text-area.tsx';
import { DialogActions, InPlaceDialog } from './in-place-dialog.tsx';

type ReasonFormProps = { sentence: string; onCall: (reason: string) => void; onClose: () => void };

/** The agent confirms, with a reason, a call that may cost the permission. */
export function ReasonForm({ sentence, onCall, onClose }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const said = reason.trim();
  return (
    <InPlaceDialog role="alertdialog" title="This call may cost the permission" sentence={sentence} onClose={onClose}>
      <TextArea label="Why you call all the same" longest={500} value={reason} onChange={setReason} />
      <DialogActions>
        <Button
          kind="accent"
          why={said === '' ? 'Possible once you have written why.' : null}
          onPress={() => onCall(said)}
        >
          Call all the same
        </Button>
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </DialogActions>
    </InPlaceDialog>
  );
}
