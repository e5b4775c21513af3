import { useState } from 'react';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { networkOf, relayUrlOf, sessionOf } from '../../host/selectors.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { BellMark } from '../../kit/icons.tsx';
import { Note } from '../../kit/note.tsx';

import { NetworkNotesWhenNeeded } from '../network/network-notes-when-needed.tsx';
import { relayName } from './relay-name.ts';
import styles from './sign-in.module.css';

/** Codes of a refusal that stands at the password, where it is mended; anything else stands over the button. */
const wrongCredentials = new Set(['session.wrong', 'credentials']);

/** One door. The relay's address is asked only where the page does not know it. */
export function SignIn() {
  const host = useHost();
  const session = useDesk(sessionOf);
  const knownRelay = useDesk(relayUrlOf);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [relay, setRelay] = useState(knownRelay);
  const [choosesRelay, setChoosesRelay] = useState(false);
  const [missing, setMissing] = useState<'email' | 'password' | null>(null);
  const busy = session.status === 'signingIn';
  const problem = session.status === 'signedOut' ? session.problem : null;
  const proxyAsks = useDesk(networkOf).proxyAsks !== null && problem?.code === 'relay.proxySignIn';
  const relayFails = problem?.code.startsWith('relay.') === true && !proxyAsks;
  const asksRelay = host.kind === 'electron' && (choosesRelay || relayFails || knownRelay === '');
  const misfit = problem !== null && wrongCredentials.has(problem.code);

  const submit = () => {
    const lacks = email.trim() === '' ? 'email' : password === '' ? 'password' : null;
    setMissing(lacks);
    if (lacks !== null || busy) return;
    void host.command({
      kind: 'signIn',
      email: email.trim(),
      password,
      ...(asksRelay ? { relayUrl: relay.trim() } : {}),
    });
  };

  return (
    <main className={styles.door}>
      <div className={styles.network}>
        <NetworkNotesWhenNeeded />
      </div>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <span className={styles.mark}>
          <BellMark />
        </span>
        <div>
          <h1>Ringdesk</h1>
          {knownRelay === '' ? null : <p className={styles.relay}>{relayName(knownRelay)}</p>}
        </div>
        <Field
          label="Email"
          name="email"
          type="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={setEmail}
          problem={missing === 'email' ? 'Enter the address you sign in with.' : null}
        />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          problem={missing === 'password' ? 'Enter your password.' : misfit ? problem.sentence : null}
        />
        {asksRelay ? (
          <Field
            label="Relay"
            name="relay"
            type="url"
            value={relay}
            onChange={setRelay}
            hint="The address your company gave you, such as https://calls.example.com"
          />
        ) : null}
        {problem === null || misfit || proxyAsks || busy ? null : (
          <Note tone={relayFails ? 'failure' : 'plain'}>{problem.sentence}</Note>
        )}
        <Button kind="accent" size="main" submit>
          {busy ? 'Signing in…' : 'Sign in'}
        </Button>
        {host.kind === 'electron' && !asksRelay ? (
          <Button kind="quiet" onPress={() => setChoosesRelay(true)}>
            Relay
          </Button>
        ) : null}
      </form>
    </main>
  );
}
