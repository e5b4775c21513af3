import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleMinus from 'lucide-react/icons/circle-minus';
import Clock from 'lucide-react/icons/clock';
import type { ReactNode } from 'react';
import styles from './state-word.module.css';

/** What a desk can be. Each has a colour, a shape and a word, so that grey eyes lose nothing. */
export type DeskTone = 'ready' | 'checking' | 'notReady' | 'away' | 'busy' | 'quiet' | 'afterCall';

const shapes: Record<DeskTone, ReactNode> = {
  ready: <CircleCheck size={16} />,
  checking: <Clock size={16} />,
  notReady: <CircleAlert size={16} />,
  away: <span className={styles.ring} />,
  busy: <span className={styles.half} />,
  quiet: <CircleMinus size={16} />,
  afterCall: <Clock size={16} />,
};

export function StateWord({ tone, children }: { tone: DeskTone; children: ReactNode }) {
  return (
    <span className={styles.state} data-tone={tone}>
      {shapes[tone]}
      {children}
    </span>
  );
}
