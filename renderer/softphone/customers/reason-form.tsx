import { useState } from 'react';
import { TextArea } from '../../kit/text-area.tsx';
import { DialogEnd, InPlaceDialog } from './in-place-dialog.tsx';

type ReasonFormProps = { sentence: string; onCall: (reason: string) => void; onClose: () => void };

/** The agent confirms, with a reason, a call that may cost the permission. */
export function ReasonForm({ sentence, onCall, onClose }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const said = reason.trim();
  return (
    <InPlaceDialog role="alertdialog" title="This call may cost the permission" sentence={sentence} onClose={onClose}>
      <TextArea label="Why you call all the same" longest={500} value={reason} onChange={setReason} />
      <DialogEnd
        word="Call all the same"
        why={said === '' ? 'Possible once you have written why.' : null}
        onDo={() => onCall(said)}
        onClose={onClose}
      />
    </InPlaceDialog>
  );
}
