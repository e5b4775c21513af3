import { useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createDeskStore, HostProvider, useDesk, useView } from '../host/desk-store.ts';
import type { Host } from '../host/host.ts';
import { answeredOf, refusedDialOf, ringIdOf, sessionOf } from '../host/selectors.ts';
import { usePreferences } from '../host/use-preferences.ts';
import { InterruptionProvider } from '../kit/interruption.ts';
import { late } from '../kit/late.tsx';
import { CallAtHandProvider } from './call/call-at-hand.tsx';
import { CallPlace } from './call/call-place.tsx';
import { DeskBlock } from './desk-line/desk-block.tsx';
import { NetworkNotesWhenNeeded } from './network/network-notes-when-needed.tsx';
import { CommandProblem } from './notes/command-problem.tsx';
import { LossNotes } from './notes/loss-notes.tsx';
import { NoticeNote } from './notes/notice-note.tsx';
import { SetUpNote } from './notes/set-up-note.tsx';
import { Places } from './places/places.tsx';
import { WantedPlaceNote } from './places/wanted-place.tsx';
import { SignIn } from './sign-in/sign-in.tsx';
import { Restoring, Starting } from './sign-in/starting.tsx';
import styles from './softphone.module.css';
import { SpareCall, SpareWindow } from './spare/spares.tsx';
import { TopBar } from './top-bar/top-bar.tsx';
import { useNumbers } from './words/number.ts';

const AnsweredNote = late(async () => (await import('./notes/answered-note.tsx')).AnsweredNote);
const RefusedDial = late(async () => (await import('./notes/refused-dial.tsx')).RefusedDial);
const UntilForm = late(async () => (await import('./do-not-disturb/until-form.tsx')).UntilForm);

/** The softphone: the same in Electron's window and in a browser's tab. */
export function Softphone({ host }: { host: Host }) {
  const desk = useMemo(() => createDeskStore(host), [host]);
  useEffect(() => () => desk.close(), [desk]);
  const context = useMemo(() => ({ host, store: desk.store }), [host, desk]);
  return (
    <I18nProvider locale="en-US">
      <HostProvider value={context}>
        <SpareWindow host={host}>
          <Door />
        </SpareWindow>
      </HostProvider>
    </I18nProvider>
  );
}

function Door() {
  const view = useView();
  return view === null ? <Starting /> : <Room />;
}

function Room() {
  useNumbers();
  // A call that comes finds the keys as they were chosen.
  usePreferences();
  const session = useDesk(sessionOf);
  const ringId = useDesk(ringIdOf);
  const answered = useDesk(answeredOf);
  const refusedDial = useDesk(refusedDialOf);
  const [asksUntil, setAsksUntil] = useState(false);
  if (session.status === 'restoring') return <Restoring />;
  if (session.status !== 'signedIn') return <SignIn />;
  return (
    <InterruptionProvider value={ringId}>
      <CallAtHandProvider>
        <div className={styles.window}>
          <TopBar onAskUntil={() => setAsksUntil(true)} />
          <SpareCall>
            <CallPlace />
          </SpareCall>
          <DeskBlock />
          {asksUntil ? <UntilForm onDone={() => setAsksUntil(false)} /> : null}
          <CommandProblem />
          {refusedDial === null ? null : <RefusedDial refused={refusedDial} />}
          {answered === null ? null : <AnsweredNote key={answered.at} answered={answered} />}
          <NetworkNotesWhenNeeded />
          <WantedPlaceNote />
          <LossNotes />
          <NoticeNote />
          <SetUpNote />
          <Places />
        </div>
      </CallAtHandProvider>
    </InterruptionProvider>
  );
}
