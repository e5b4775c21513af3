import Circle from 'lucide-react/icons/circle';
import Mic from 'lucide-react/icons/mic';
import { useCallback, useEffect, useState } from 'react';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { deskTestOf, devicesOf } from '../../host/selectors.ts';
import { Button } from '../../kit/button.tsx';
import { Combo } from '../../kit/combo.tsx';
import { Meter } from '../../kit/meter.tsx';
import { Note } from '../../kit/note.tsx';
import { chosenDevice, deviceOptions } from '../call/device-options.ts';
import { Question } from './question.tsx';
import type { StepProps } from './steps.ts';
import { useBusy } from './use-busy.ts';

const said = {
  closed: 'The microphone is closed.',
  opening: 'The microphone opens…',
  listening: 'Say a few words, then record three seconds.',
  recording: 'Recording. Say a few words.',
  playing: 'This is what customers hear.',
} as const;

/** The microphone is open only while this step is shown, and not beside a call. */
export function MicrophoneStep({ onSettle }: StepProps) {
  const host = useHost();
  const { command } = host;
  const { microphones, microphone } = useDesk(devicesOf);
  const { stage, problem } = useDesk(deskTestOf);
  const busy = useBusy();
  const [played, setPlayed] = useState(false);
  const onLevel = useCallback((tell: (peak: number) => void) => host.onLevels(({ sent }) => tell(sent)), [host]);
  useEffect(() => () => void command({ kind: 'testDesk', action: 'stop' }), [command]);
  useEffect(() => {
    if (stage === 'playing') setPlayed(true);
  }, [stage]);
  const options = deviceOptions(microphones, microphone, 'Microphone');
  return (
    <>
      <Combo
        label="Microphone to test"
        icon={<Mic size={16} />}
        options={options}
        value={microphone}
        onChange={(id) => {
          void command({ kind: 'chooseMicrophone', device: chosenDevice(microphones, id) });
          if (stage !== 'closed') void command({ kind: 'testDesk', action: 'listen' });
        }}
      />
      {problem === null ? null : <Note tone="failure">{problem.sentence}</Note>}
      <Meter label="Test level" onLevel={onLevel} silent={stage === 'closed'} />
      <p role="status">{said[stage]}</p>
      <div>
        {stage === 'closed' ? (
          <Button
            icon={<Mic size={16} />}
            why={busy}
            onPress={() => void command({ kind: 'testDesk', action: 'listen' })}
          >
            Open the microphone
          </Button>
        ) : (
          <Button
            icon={<Circle size={16} />}
            why={stage === 'listening' ? null : 'One moment.'}
            onPress={() => void command({ kind: 'testDesk', action: 'record' })}
          >
            Record 3 seconds
          </Button>
        )}
      </div>
      <Question
        question={played ? 'Did you hear yourself?' : null}
        detail={options.find(({ id }) => id === microphone)?.text ?? ''}
        onSettle={onSettle}
      />
    </>
  );
}
