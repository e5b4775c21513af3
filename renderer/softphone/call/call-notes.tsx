import MicOff from 'lucide-react/icons/mic-off';
import WifiOff from 'lucide-react/icons/wifi-off';
import type { CallView } from '../../../src/contract/window/view.ts';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { connectionOf } from '../../host/selectors.ts';
import { Button } from '../../kit/button.tsx';
import { Note } from '../../kit/note.tsx';
import { LimitNote } from './limit-note.tsx';
import { QualityNote } from './quality-note.tsx';

/** What the agent must know in this call, beneath its buttons so that they stay where they are. */
export function CallNotes({ call }: { call: CallView }) {
  const host = useHost();
  const connection = useDesk(connectionOf);
  const retry =
    call.microphone === 'failed' ? (
      <Button onPress={() => void host.command({ kind: 'retryMicrophone' })}>Try again</Button>
    ) : null;
  return (
    <>
      {call.muted ? (
        <Note tone="inverse" shape="strip" icon={<MicOff size={16} />}>
          You are muted.
        </Note>
      ) : null}
      {call.problem === null && call.microphone !== 'failed' ? null : (
        <Note tone="failure" shape="strip" action={retry}>
          {call.problem?.sentence ?? 'The customer cannot hear you: the microphone does not open.'}
        </Note>
      )}
      {call.limit === null || call.phase !== 'onCall' ? null : <LimitNote limit={call.limit} />}
      <QualityNote
        verdict={call.problem === null && call.phase === 'onCall' ? (call.quality?.verdict ?? 'good') : 'good'}
      />
      {connection.status === 'offline' && call.problem?.code.startsWith('relay.') !== true ? (
        <Note tone="failure" shape="strip" icon={<WifiOff size={16} />}>
          {connection.problem.sentence} Your call goes on.
        </Note>
      ) : null}
    </>
  );
}
