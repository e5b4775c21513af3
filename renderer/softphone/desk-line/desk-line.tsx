import Mic from 'lucide-react/icons/mic';
import { useDesk } from '../../host/desk-store.ts';
import { callOf, ringOf } from '../../host/selectors.ts';
import { StateWord } from '../../kit/state-word.tsx';
import styles from './desk-line.module.css';
import { useDeskState } from './use-desk-state.ts';

/** Am I ready? One line under the top bar (in it, when wide); the call takes its place while there is one. */
export function DeskLine() {
  const state = useDeskState();
  const call = useDesk(callOf);
  const ring = useDesk(ringOf);
  if (state.kind !== 'line') return <div className={styles.gap} />;
  const hidden = call !== null || ring !== null;
  return (
    <div className={styles.line} data-hidden={hidden || undefined} role="status">
      <StateWord tone={state.tone}>{state.word}</StateWord>
      {state.tone === 'ready' && state.detail !== '' ? <Mic size={14} /> : null}
      <span className={styles.detail} title={state.detail}>
        {state.detail}
      </span>
    </div>
  );
}
