import Play from 'lucide-react/icons/play';
import { useEffect, useState } from 'react';
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
  const { speakers, speaker } = useDesk(devicesOf);
  const busy = useBusy();
  const [played, setPlayed] = useState(false);
  useEffect(() => () => void command({ kind: 'testDesk', action: 'stop' }), [command]);
  const options = deviceOptions(speakers, speaker, 'Speaker');
  return (
    <>
      <Combo
        label="Speaker to test"
        options={options}
        value={speaker}
        onChange={(id) => void command({ kind: 'chooseSpeaker', device: chosenDevice(speakers, id) })}
      />
      <div>
        <Button
          icon={<Play size={16} />}
          why={busy}
          onPress={() => {
            setPlayed(true);
            void command({ kind: 'testDesk', action: 'tone' });
          }}
        >
          Play a tone
        </Button>
      </div>
      <Question
        question={played ? 'Did you hear it?' : null}
        detail={options.find(({ id }) => id === speaker)?.text ?? ''}
        onSettle={onSettle}
      />
    </>
  );
}

export function RingtoneStep({ onSettle }: StepProps) {
  const { command } = useHost();
  const { speakers, ringtone } = useDesk(devicesOf);
  const busy = useBusy();
  const [played, setPlayed] = useState(false);
  const options = deviceOptions(speakers, ringtone, 'Speaker');
  return (
    <>
      <Combo
        label="Ringtone device to test"
        options={options}
        value={ringtone}
        onChange={(id) => void command({ kind: 'chooseRingtoneDevice', device: chosenDevice(speakers, id) })}
      />
      <div>
        <Button
          icon={<Play size={16} />}
          why={busy}
          onPress={() => {
            setPlayed(true);
            void command({ kind: 'playRingtone' });
          }}
        >
          Ring once
        </Button>
      </div>
      <Question
        question={played ? 'Did you hear it ring?' : null}
        detail={options.find(({ id }) => id === ringtone)?.text ?? ''}
        onSettle={onSettle}
      />
    </>
  );
}
