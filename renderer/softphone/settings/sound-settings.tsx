import BellRing from 'lucide-react/icons/bell-ring';
import Headset from 'lucide-react/icons/headset';
import Mic from 'lucide-react/icons/mic';
import Play from 'lucide-react/icons/play';
import Volume1 from 'lucide-react/icons/volume-1';
import Volume2 from 'lucide-react/icons/volume-2';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { callOf, devicesOf, ringOf } from '../../host/selectors.ts';
import { Button } from '../../kit/button.tsx';
import { Combo } from '../../kit/combo.tsx';
import { Row } from '../../kit/row.tsx';
import { Slider } from '../../kit/slider.tsx';
import { chosenDevice, deviceOptions } from '../call/device-options.ts';
import { goTo } from '../places/route.ts';
import { HeadsetSetting } from './headset-setting.tsx';
import { Section } from './section.tsx';
import styles from './settings-page.module.css';

/** What is spoken into, what is heard, and what rings, which may be three devices. */
export function SoundSettings() {
  const { command } = useHost();
  const devices = useDesk(devicesOf);
  const { microphones, speakers } = devices;
  return (
    <Section title="Sound">
      <Row name="Microphone">
        <Combo
          label="Microphone"
          icon={<Mic size={16} />}
          options={deviceOptions(microphones, devices.microphone, 'Microphone')}
          value={devices.microphone}
          onChange={(id) => void command({ kind: 'chooseMicrophone', device: chosenDevice(microphones, id) })}
        />
      </Row>
      <Row name="Speaker">
        <Combo
          label="Speaker"
          icon={<Volume2 size={16} />}
          options={deviceOptions(speakers, devices.speaker, 'Speaker')}
          value={devices.speaker}
          onChange={(id) => void command({ kind: 'chooseSpeaker', device: chosenDevice(speakers, id) })}
        />
      </Row>
      <Row name="Ringtone device" hint="A loudspeaker is heard when the headset lies on the desk.">
        <Combo
          label="Ringtone device"
          icon={<BellRing size={16} />}
          options={deviceOptions(speakers, devices.ringtone, 'Speaker')}
          value={devices.ringtone}
          onChange={(id) => void command({ kind: 'chooseRingtoneDevice', device: chosenDevice(speakers, id) })}
        />
      </Row>
      <Row name="Ringtone volume">
        <div className={styles.beside}>
          <Slider
            label="Ringtone volume"
            icon={<Volume1 size={16} />}
            start={devices.ringtoneVolume}
            onChange={(volume) => void command({ kind: 'setRingtoneVolume', volume })}
          />
          <PlayRingtone />
        </div>
      </Row>
      <HeadsetSetting />
      <div>
        <Button icon={<Headset size={16} />} onPress={() => goTo({ place: 'desk-test', callId: null })}>
          Test my desk
        </Button>
      </div>
    </Section>
  );
}

function PlayRingtone() {
  const { command } = useHost();
  const call = useDesk(callOf);
  const ring = useDesk(ringOf);
  const busy = call !== null || ring !== null;
  return (
    <Button
      icon={<Play size={16} />}
      why={busy ? 'Plays again when the call is over.' : null}
      onPress={() => void command({ kind: 'playRingtone' })}
    >
      Play
    </Button>
  );
}
