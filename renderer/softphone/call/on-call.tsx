import Mic from 'lucide-react/icons/mic';
import MicOff from 'lucide-react/icons/mic-off';
import { useId } from 'react';
import type { CallView } from '../../../src/contract/window/view.ts';
import { useHost } from '../../host/desk-store.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { Button } from '../../kit/button.tsx';
import { HangUp } from '../../kit/icons.tsx';
import { late } from '../../kit/late.tsx';
import { Name } from '../../kit/name.tsx';
import { useNow } from '../../kit/use-now.ts';
import { customerFacts, customerName } from '../words/customer.ts';
import { runningClock } from '../words/duration.ts';
import { ariaKeys } from '../words/keys.ts';
import { exactWhen } from '../words/when.ts';
import { useCallKeys, useChosenCallKeys } from './call-keys.ts';
import { CallNotes } from './call-notes.tsx';
import styles from './call-place.module.css';
import { Devices } from './devices.tsx';
import { keysHint, useGlobalKeys } from './use-global-keys.ts';

/** Wanted a second into the call, so it is not part of the first screen. */
const Sound = late(async () => (await import('./sound.tsx')).default, { quiet: true });

/** The running call. Mute and End call keep their places from the first second to the last. */
export function OnCall({ call }: { call: CallView }) {
  const host = useHost();
  const name = customerName(call.customer);
  const phaseId = useId();
  const globalKeys = useGlobalKeys();
  const callKeys = useChosenCallKeys();
  useCallKeys(call, callKeys);
  const hintOf = (word: string, action: 'mute' | 'end') =>
    keysHint({ word, keys: callKeys[action], action, shortcuts: globalKeys, platform: host.platform });
  return (
    <section className={styles.call} aria-label={`Call with ${name}`}>
      <div className={styles.inner}>
        <div className={styles.who}>
          <Avatar name={name} size={40} />
          <div className={styles.names}>
            <div className={styles.name}>
              <Name>{name}</Name>
            </div>
            <div className={styles.facts}>{customerFacts(call.customer).join(' · ')}</div>
          </div>
          <div className={styles.clock}>
            <Clock call={call} phaseId={phaseId} />
            <div className={styles.sound}>
              {call.quality === null || call.phase !== 'onCall' ? null : <Sound quality={call.quality} />}
            </div>
          </div>
        </div>
        {/* Their place is kept: the lists are heavy to draw, and until the customer is on the line the machine has better to do. */}
        <div className={styles.devicesPlace}>{call.phase === 'connecting' ? null : <Devices muted={call.muted} />}</div>
        <div className={styles.tiles}>
          <Button
            size="tile"
            kind={call.muted ? 'on' : 'plain'}
            shortcut={ariaKeys(callKeys.mute, host.platform)}
            hint={hintOf(call.muted ? 'Unmute' : 'Mute', 'mute')}
            icon={call.muted ? <MicOff size={20} /> : <Mic size={20} />}
            onPress={() => void host.command({ kind: 'setMuted', muted: !call.muted })}
          >
            {call.muted ? 'Unmute' : 'Mute'}
          </Button>
          <Button
            size="tile"
            kind="end"
            shortcut={ariaKeys(callKeys.end, host.platform)}
            hint={hintOf('End call', 'end')}
            icon={<HangUp size={20} />}
            {...(call.phase === 'ending' ? { whyId: phaseId } : {})}
            onPress={() => void host.command({ kind: 'end', callId: call.callId })}
          >
            End call
          </Button>
        </div>
      </div>
      <CallNotes call={call} />
    </section>
  );
}

function Clock({ call, phaseId }: { call: CallView; phaseId: string }) {
  const startedAt = call.startedAt ?? 0;
  const now = useNow(1000, startedAt);
  if (call.phase === 'ending') {
    return (
      <span id={phaseId} className={styles.phase}>
        Ending…
      </span>
    );
  }
  if (call.phase === 'dialling') return <span className={styles.phase}>{call.ringing ? 'Ringing…' : 'Calling…'}</span>;
  if (call.startedAt === null) return <span className={styles.phase}>Connecting…</span>;
  return (
    <div className={styles.timer} role="timer" aria-label="Call duration" title={`Since ${exactWhen(startedAt)}`}>
      {runningClock((now - startedAt) / 1000)}
    </div>
  );
}
