import Mic from 'lucide-react/icons/mic';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { callOf, ringOf } from '../../host/selectors.ts';
import { Button } from '../../kit/button.tsx';
import { StateWord } from '../../kit/state-word.tsx';
import { useNow } from '../../kit/use-now.ts';
import { secondsLeft, talkTime } from '../words/duration.ts';
import styles from './desk-line.module.css';
import { useDeskState } from './use-desk-state.ts';

/** Am I ready? One line under the top bar (in it, when wide); the call takes its place while there is one. */
export function DeskLine() {
  const host = useHost();
  const state = useDeskState();
  const call = useDesk(callOf);
  const ring = useDesk(ringOf);
  if (state.kind !== 'line') return <div className={styles.gap} />;
  const { countdown, way } = state;
  const hidden = call !== null || ring !== null;
  return (
    <div className={styles.line} data-hidden={hidden || undefined}>
      <div className={styles.said} role="status">
        <StateWord tone={state.tone}>{state.word}</StateWord>
        {state.tone === 'ready' && state.detail !== '' ? <Mic size={14} /> : null}
        {state.detail === '' ? null : (
          <span className={styles.detail} title={state.detail}>
            {state.detail}
          </span>
        )}
      </div>
      {countdown === undefined ? null : <Countdown {...countdown} />}
      {way === undefined ? null : <Button onPress={() => void host.command(way.command)}>{way.word}</Button>}
    </div>
  );
}

/** For the eye: a screen reader hears the word once, and the figures when it asks for them. */
function Countdown({ words, until }: { words: string; until: number }) {
  const left = secondsLeft(until, useNow(1000, until));
  return (
    <span className={styles.countdown} role="timer" aria-label="After-call time">
      {words} {talkTime(left)}
    </span>
  );
}
