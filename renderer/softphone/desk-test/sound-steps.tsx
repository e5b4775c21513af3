import Play from 'lucide-react/icons/play';
import { useEffect, useState } from 'react';
import type { DeskCommand } from '../../../src/contract/window/view.ts';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { devicesOf } from '../../host/selectors.ts';
import { Button } from '../../kit/button.tsx';
import { Combo } from '../../kit/combo.tsx';
import { chosenDevice, deviceOptions } from '../call/device-options.ts';
import { Question } from './question.tsx';
import type { StepProps } from './steps.ts';
import { useBusy } from './use-busy.ts';

export function SpeakerStep({ onSettle }: StepProps) {
  const { command } = useHost();
  const { speaker } = useDesk(devicesOf);
  useEffect(() => () => void command({ kind: 'testDesk', action: 'stop' }), [command]);
  return (
    <SoundStep
      label="Speaker to test"
      device={speaker}
      choose="chooseSpeaker"
      sound={{ kind: 'testDesk', action: 'tone' }}
      button="Play a tone"
      question="Did you hear it?"
      onSettle={onSettle}
    />
  );
}

export function RingtoneStep({ onSettle }: StepProps) {
  const { ringtone } = useDesk(devicesOf);
  return (
    <SoundStep
      label="Ringtone device to test"
      device={ringtone}
      choose="chooseRingtoneDevice"
      sound={{ kind: 'playRingtone' }}
      button="Ring once"
      question="Did you hear it ring?"
      onSettle={onSettle}
    />
  );
}

type SoundStepProps = StepProps & {
  label: string;
  device: string;
  choose: 'chooseSpeaker' | 'chooseRingtoneDevice';
  sound: DeskCommand;
  button: string;
  /** Asked once the sound was played. */
  question: string;
};

/** A device that is chosen, played on, and listened to by the person. */
function SoundStep({ label, device, choose, sound, button, question, onSettle }: SoundStepProps) {
  const { command } = useHost();
  const { speakers } = useDesk(devicesOf);
  const busy = useBusy();
  const [played, setPlayed] = useState(false);
  const options = deviceOptions(speakers, device, 'Speaker');
  return (
    <>
      <Combo
        label={label}
        options={options}
        value={device}
        onChange={(id) => void command({ kind: choose, device: chosenDevice(speakers, id) })}
      />
      <div>
        <Button
          icon={<Play size={16} />}
          why={busy}
          onPress={() => {
            setPlayed(true);
            void command(sound);
          }}
        >
          {button}
        </Button>
      </div>
      <Question
        question={played ? question : null}
        detail={options.find(({ id }) => id === device)?.text ?? ''}
        onSettle={onSettle}
      />
    </>
  );
}
