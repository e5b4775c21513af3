import Bell from 'lucide-react/icons/bell';
import Mic from 'lucide-react/icons/mic';
import MicOff from 'lucide-react/icons/mic-off';
import Phone from 'lucide-react/icons/phone';
import X from 'lucide-react/icons/x';
import { type ReactNode, useState } from 'react';
import { people } from '../../host/fake-calls.ts';
import { Avatar } from '../avatar.tsx';
import { Badge } from '../badge.tsx';
import { Button, IconButton } from '../button.tsx';
import { Combo } from '../combo.tsx';
import { Empty } from '../empty.tsx';
import { Field, SearchField } from '../field.tsx';
import { HangUp } from '../icons.tsx';
import { ActionMenu } from '../menu.tsx';
import { Meter } from '../meter.tsx';
import { Name } from '../name.tsx';
import { Note } from '../note.tsx';
import { RunOut } from '../run-out.tsx';
import { StateWord } from '../state-word.tsx';
import styles from './parts-page.module.css';

const nothing = () => {};
const steady = (peak: number) => (tell: (peak: number) => void) => {
  tell(peak);
  return nothing;
};
const loud = steady(0.5);
const quiet = steady(0.02);

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{name}</h2>
      {children}
    </section>
  );
}

export function Parts() {
  const [words, setWords] = useState('نور');
  const [email, setEmail] = useState('sari@nusa.example');
  const [choice, setChoice] = useState('available');
  return (
    <>
      <Part name="Buttons">
        <div className={styles.row}>
          <Button kind="accent">Next step</Button>
          <Button>Button</Button>
          <Button kind="quiet">Quiet</Button>
          <Button kind="accent" size="main">
            Main
          </Button>
          <IconButton label="Close" icon={<X size={16} />} onPress={nothing} />
        </div>
        <div className={styles.row}>
          <Button kind="decline" size="call" icon={<X size={16} />}>
            Decline
          </Button>
          <Button kind="accent" size="call" icon={<Phone size={16} />}>
            Answer
          </Button>
        </div>
        <div className={styles.tiles}>
          <Button size="tile" icon={<Mic size={20} />}>
            Mute
          </Button>
          <Button size="tile" kind="on" icon={<MicOff size={20} />}>
            Unmute
          </Button>
          <Button size="tile" kind="end" icon={<HangUp size={20} />}>
            End call
          </Button>
          <Button size="tile" kind="end" icon={<HangUp size={20} />} why="The call is ending.">
            End call
          </Button>
        </div>
        <Button why="You are on a call there. You can take over as soon as it ends.">Take over here</Button>
      </Part>
      <Part name="Fields">
        <Field label="Email" name="email" value={email} onChange={setEmail} hint="The address you sign in with" />
        <Field label="Password" name="word" type="password" value="" onChange={nothing} problem="That does not fit." />
        <SearchField value={words} onChange={setWords} placeholder="Name or number" />
        <div className={styles.row}>
          {(['plain', 'bare', 'small'] as const).map((look) => (
            <Combo
              key={look}
              label={`Availability, ${look}`}
              look={look}
              value={choice}
              onChange={setChoice}
              options={[
                { id: 'available', text: 'Available' },
                { id: 'break', text: 'Break' },
              ]}
              groups={[{ title: 'Away for', options: [{ id: 'lunch', text: 'Lunch' }] }]}
            />
          ))}
          <ActionMenu
            label="Account"
            face={<Avatar name="Sari Wulandari" size={24} />}
            actions={[
              { id: 'a', text: 'Sign out', onPick: nothing },
              { id: 'b', text: 'Sign out', onPick: nothing, why: 'End the call first.' },
            ]}
          />
        </div>
      </Part>
      <Part name="States">
        <div className={styles.row}>
          <StateWord tone="ready">Ready</StateWord>
          <StateWord tone="checking">Connecting</StateWord>
          <StateWord tone="notReady">Not ready</StateWord>
          <StateWord tone="busy">Busy</StateWord>
          <StateWord tone="away">Away</StateWord>
          <StateWord tone="quiet">Do not disturb</StateWord>
          <StateWord tone="afterCall">After-call</StateWord>
        </div>
      </Part>
      <Part name="People">
        <div className={styles.row}>
          <Avatar name="Sari Wulandari" size={24} />
          <Avatar name={people.dewi.name} size={32} />
          <Avatar name={people.nour.name} size={40} />
          <Avatar name="@rafa.moto" size={48} />
          <Badge count={3} />
          <Badge count={140} />
        </div>
        <Name>{people.maria.name}</Name>
        <Name>{people.nour.name}</Name>
      </Part>
      <Part name="Levels and the line that runs out">
        <Meter label="Loud" onLevel={loud} />
        <Meter label="Quiet" onLevel={quiet} />
        <Meter label="Silent" onLevel={loud} silent />
        <RunOut from={Date.now() - 8_000} until={Date.now() + 12_000} secondsLeft={12} />
      </Part>
      <Part name="Notes">
        <Note icon={<Bell size={16} />} action={<Button>Show notices</Button>} onClose={nothing}>
          See who calls while you work in another window.
        </Note>
        <Note tone="failure" action={<Button>Try again</Button>}>
          Your microphone is silent. Check the switch on the headset.
        </Note>
        <Note tone="inverse" icon={<MicOff size={16} />}>
          You are muted.
        </Note>
        <Empty title="Ready.">The next call will ring here.</Empty>
      </Part>
    </>
  );
}
