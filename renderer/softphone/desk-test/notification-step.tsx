import BellRing from 'lucide-react/icons/bell-ring';
import { useState } from 'react';
import type { NoticeTest } from '../../../src/contract/window/notice.ts';
import { useHost } from '../../host/desk-store.ts';
import { Button } from '../../kit/button.tsx';
import { Note } from '../../kit/note.tsx';
import { allowNotificationsWords } from './network-words.ts';
import { Question } from './question.tsx';
import type { StepProps } from './steps.ts';

/** Systems drop notifications without a word, so the person is asked, and told where they are allowed. */
export function NotificationStep({ onSettle }: StepProps) {
  const { notices, platform } = useHost();
  const [outcome, setOutcome] = useState<NoticeTest | 'showing' | null>(null);

  async function show(): Promise<void> {
    setOutcome('showing');
    setOutcome(await notices.test().catch(() => 'notShown' as const));
  }

  const done = outcome !== null && outcome !== 'showing';
  return (
    <>
      {outcome === 'notShown' ? (
        <Note tone="failure">The computer shows no notifications of Ringdesk. {allowNotificationsWords(platform)}</Note>
      ) : null}
      {done && outcome !== 'notShown' ? <Note>None came? {allowNotificationsWords(platform)}</Note> : null}
      <div>
        <Button
          icon={<BellRing size={16} />}
          why={outcome === 'showing' ? 'One moment.' : null}
          onPress={() => void show()}
        >
          Show a notification
        </Button>
      </div>
      <Question
        question={done ? 'Did you see it?' : null}
        detail={outcome === 'notShown' ? 'refused by the computer' : ''}
        onSettle={onSettle}
      />
    </>
  );
}
