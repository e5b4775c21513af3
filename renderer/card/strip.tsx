import Maximize2 from 'lucide-react/icons/maximize-2';
import Mic from 'lucide-react/icons/mic';
import MicOff from 'lucide-react/icons/mic-off';
import { useCallback, useId } from 'react';
import type { CardBridge } from '../../src/contract/window/bridge.ts';
import type { CallView } from '../../src/contract/window/view.ts';
import { IconButton } from '../kit/button.tsx';
import { HangUp } from '../kit/icons.tsx';
import { Meter } from '../kit/meter.tsx';
import { Name } from '../kit/name.tsx';
import { useNow } from '../kit/use-now.ts';
import { customerName } from '../softphone/words/customer.ts';
import { runningClock } from '../softphone/words/duration.ts';
import { troubleWords } from '../softphone/words/quality.ts';
import styles from './card.module.css';

export type StripProps = { call: CallView; bridge: CardBridge };

/** The running call while its window is not in front: what must be seen and pressed without looking for the window. */
export function Strip({ call, bridge }: StripProps) {
  const phaseId = useId();
  const name = customerName(call.customer);
  return (
    <section className={styles.strip} aria-label={`Call with ${name}`}>
      <div className={styles.words}>
        <div className={styles.name}>
          <Name>{name}</Name>
        </div>
        <div className={styles.line}>
          <Clock call={call} phaseId={phaseId} />
          <Sound call={call} bridge={bridge} />
        </div>
      </div>
      <IconButton
        size="iconCall"
        label="Open Ringdesk"
        icon={<Maximize2 size={16} />}
        onPress={() => void bridge.command({ kind: 'openSoftphone' })}
      />
      <IconButton
        size="iconCall"
        kind={call.muted ? 'on' : 'plain'}
        label={call.muted ? 'Unmute' : 'Mute'}
        icon={call.muted ? <MicOff size={16} /> : <Mic size={16} />}
        onPress={() => void bridge.command({ kind: 'setMuted', muted: !call.muted })}
      />
      <IconButton
        size="iconCall"
        kind="end"
        label="End call"
        icon={<HangUp size={16} />}
        whyId={call.phase === 'ending' ? phaseId : undefined}
        onPress={() => void bridge.command({ kind: 'end', callId: call.callId })}
      />
    </section>
  );
}

function Clock({ call, phaseId }: { call: CallView; phaseId: string }) {
  const startedAt = call.startedAt ?? 0;
  const now = useNow(1000, startedAt);
  if (call.phase === 'ending') return <span id={phaseId}>Ending…</span>;
  if (call.phase === 'dialling') return <span>{call.ringing ? 'Ringing…' : 'Calling…'}</span>;
  if (call.startedAt === null) return <span>Connecting…</span>;
  return (
    <span className={styles.timer} role="timer" aria-label="Call duration">
      {runningClock((now - startedAt) / 1000)}
    </span>
  );
}

/** Only what this agent can mend: there is no room for more. */
function whatIsWrong({ problem, quality, muted }: CallView): string | null {
  if (problem !== null) return problem.sentence;
  const verdict = quality?.verdict;
  return !muted && (verdict === 'microphoneSilent' || verdict === 'minePoor') ? troubleWords[verdict] : null;
}

/** What is wrong comes first, then that nothing is sent, then how loud it is. */
function Sound({ call, bridge }: StripProps) {
  const onLevel = useCallback(
    (listener: (peak: number) => void) => bridge.onLevels((levels) => listener(levels.sent)),
    [bridge],
  );
  const wrong = whatIsWrong(call);
  if (wrong !== null) {
    return (
      <span className={styles.problem} role="alert" title={wrong}>
        {wrong}
      </span>
    );
  }
  if (call.muted) return <b>Muted</b>;
  return (
    <span className={styles.level}>
      <Meter label="Microphone level" onLevel={onLevel} />
    </span>
  );
}
