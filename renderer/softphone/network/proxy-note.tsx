import KeyRound from 'lucide-react/icons/key-round';
import { useState } from 'react';
import type { ProxyAsks } from '../../../src/contract/window/network.ts';
import { useHost } from '../../host/desk-store.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Note } from '../../kit/note.tsx';
import styles from './proxy-note.module.css';
import { proxyWords } from './words.ts';

/** What was given last: after a slip of the keys only the password is asked for anew. */
let givenName = '';

/** A proxy wants to know who is there: asked for in place, once. */
export function ProxyNote({ asks }: { asks: ProxyAsks }) {
  const { signInToProxy } = useHost();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(givenName);
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = () => {
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    givenName = name.trim();
    setPassword('');
    setOpen(false);
    void signInToProxy({ proxy: asks.proxy, name: givenName, password });
  };
  return (
    <section className={styles.place} aria-label="Proxy">
      <Note
        tone="failure"
        icon={<KeyRound size={16} />}
        action={open ? null : <Button onPress={() => setOpen(true)}>Sign in to the proxy</Button>}
      >
        {proxyWords(asks)}
      </Note>
      {open ? (
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Field
            label="Name at the proxy"
            name="proxy-name"
            autoComplete="off"
            autoFocus
            value={name}
            onChange={setName}
            hint="Often the one of your computer, such as NUSA\sari. Ringdesk keeps it sealed on this computer."
            problem={missing ? 'Enter the name that the proxy knows you by.' : null}
          />
          <Field
            label="Proxy password"
            name="proxy-password"
            type="password"
            autoComplete="off"
            value={password}
            onChange={setPassword}
          />
          <div className={styles.row}>
            <Button kind="accent" submit>
              Sign in to the proxy
            </Button>
            <Button kind="quiet" onPress={() => setOpen(false)}>
              Not now
            </Button>
          </div>
        </form>
      ) : null}
    </section>
  );
}
