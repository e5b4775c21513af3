import Phone from 'lucide-react/icons/phone';
import X from 'lucide-react/icons/x';
import type { RingView } from '../../../src/contract/window/view.ts';
import { Button } from '../../kit/button.tsx';

type AnswerKeysProps = { ring: RingView; command: (command: AnswerCommand) => Promise<void> };

type AnswerCommand = { kind: 'answer' | 'decline'; callId: string };

/** Decline and Answer, in the window and on the card. A second press on Answer asks for nothing more. */
export function AnswerKeys({ ring, command }: AnswerKeysProps) {
  const { callId } = ring;
  return (
    <>
      <Button
        kind="decline"
        size="call"
        icon={<X size={16} />}
        onPress={() => void command({ kind: 'decline', callId })}
      >
        Decline
      </Button>
      <Button
        kind="accent"
        size="call"
        icon={<Phone size={16} />}
        onPress={() => {
          if (!ring.answering) void command({ kind: 'answer', callId });
        }}
      >
        {ring.answering ? 'Answering…' : 'Answer'}
      </Button>
    </>
  );
}
