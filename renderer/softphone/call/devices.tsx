import Mic from 'lucide-react/icons/mic';
import MicOff from 'lucide-react/icons/mic-off';
import Volume2 from 'lucide-react/icons/volume-2';
import { useCallback } from 'react';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { devicesOf } from '../../host/selectors.ts';
import { Combo } from '../../kit/combo.tsx';
import { Meter } from '../../kit/meter.tsx';
import styles from './call-place.module.css';
import { chosenDevice, deviceOptions } from './device-options.ts';

/** Microphone and speaker, each with its own level beneath, so that it is plain which one is silent. */
export function Devices({ muted }: { muted: boolean }) {
  const host = useHost();
  const devices = useDesk(devicesOf);
  const onSent = useCallback((tell: (peak: number) => void) => host.onLevels(({ sent }) => tell(sent)), [host]);
  const onHeard = useCallback((tell: (peak: number) => void) => host.onLevels(({ heard }) => tell(heard)), [host]);
  return (
    <div className={styles.devices}>
      <div className={styles.device}>
        <Combo
          label="Microphone"
          icon={muted ? <MicOff size={16} /> : <Mic size={16} />}
          options={deviceOptions(devices.microphones, devices.microphone, 'Microphone')}
          value={devices.microphone}
          onChange={(id) =>
            void host.command({ kind: 'chooseMicrophone', device: chosenDevice(devices.microphones, id) })
          }
        />
        <Meter label="Microphone level" onLevel={onSent} silent={muted} />
      </div>
      <div className={styles.device}>
        <Combo
          label="Speaker"
          icon={<Volume2 size={16} />}
          options={deviceOptions(devices.speakers, devices.speaker, 'Speaker')}
          value={devices.speaker}
          onChange={(id) => void host.command({ kind: 'chooseSpeaker', device: chosenDevice(devices.speakers, id) })}
        />
        <Meter label="Customer level" onLevel={onHeard} />
      </div>
    </div>
  );
}
