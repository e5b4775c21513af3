import X from 'lucide-react/icons/x';
import { useLayoutEffect, useRef, useState } from 'react';
import { judgeKeys, type KeyUse, type KeyVerdict } from '../../../src/domain/keys/judge-keys.ts';
import { keysPressed } from '../../../src/domain/keys/pressed.ts';
import { useHost } from '../../host/desk-store.ts';
import { Announce } from '../../kit/announce.tsx';
import { Button, IconButton } from '../../kit/button.tsx';
import { Note } from '../../kit/note.tsx';
import { sentenceOf } from '../../kit/sentence-of.ts';
import { keyboardOf, keyWords } from '../words/keys.ts';
import styles from './key-settings.module.css';

type KeyRowProps = {
  use: KeyUse;
  uses: readonly KeyUse[];
  /** Why the keys that are set do not work. */
  problem: string | null;
  /** Rejects with a sentence. */
  change: (keys: string | null) => Promise<void>;
};

/**
 * One thing that keys do: which, other ones, none. The new keys are pressed, not written. What the row is about is the name of the group alone:
 * a second button "End call…" would be one too many in a call.
 */
export function KeyRow({ use, uses, problem, change }: KeyRowProps) {
  const { platform } = useHost();
  const [capturing, setCapturing] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const row = useRef<HTMLFieldSetElement>(null);
  const words = use.keys === null ? 'No keys' : keyWords(use.keys, platform);

  const isLeaving = useRef(false);

  function leave(): void {
    isLeaving.current = true;
    setCapturing(false);
  }

  // The button is back, and has the focus again; whoever went elsewhere stays there.
  useLayoutEffect(() => {
    if (!capturing && isLeaving.current) row.current?.querySelector('button')?.focus();
    isLeaving.current = false;
  }, [capturing]);

  async function take(keys: string | null): Promise<void> {
    const verdict = keys === null ? fit : judgeKeys(keys, use, uses);
    if (keys !== null && verdict.status !== 'fit') {
      setRefusal(whyNot(verdict, keyWords(keys, platform)));
      return;
    }
    try {
      await change(keys);
      setRefusal(null);
      leave();
    } catch (error) {
      setRefusal(sentenceOf(error, String(error)));
    }
  }

  return (
    <fieldset ref={row} className={styles.row} aria-label={use.name}>
      <span className={styles.name}>{use.name}</span>
      {capturing ? (
        <input
          className={styles.capture}
          readOnly
          // biome-ignore lint/a11y/noAutofocus: whoever pressed Change presses the keys next.
          autoFocus
          aria-label={`New keys for ${use.name}`}
          value="Press the keys. Esc leaves."
          onKeyDown={(event) => {
            if (event.key === 'Tab') return;
            event.preventDefault();
            event.stopPropagation();
            if (event.key === 'Escape') {
              setRefusal(null);
              leave();
              return;
            }
            const keys = keysPressed(event, keyboardOf(platform));
            if (keys !== null && !event.repeat) void take(keys);
          }}
          onBlur={() => {
            setCapturing(false);
            setRefusal(null);
          }}
        />
      ) : (
        <>
          <kbd className={styles.keys} data-none={use.keys === null || undefined}>
            {words}
          </kbd>
          <Button onPress={() => setCapturing(true)}>Change</Button>
          {use.keys === null ? null : (
            <IconButton label="No keys" icon={<X size={16} />} onPress={() => void take(null)} />
          )}
        </>
      )}
      {(refusal ?? problem) === null ? null : (
        <div className={styles.problem}>
          <Note tone="failure">{refusal ?? problem}</Note>
        </div>
      )}
      <Announce>{capturing ? '' : `${use.name}: ${words}`}</Announce>
    </fieldset>
  );
}

const fit: KeyVerdict = { status: 'fit' };

function whyNot(verdict: Exclude<KeyVerdict, { status: 'fit' }>, words: string): string {
  if (verdict.status === 'taken') return `${words} does “${verdict.another}” already.`;
  if (verdict.reason === 'reserved') return `${words} is used by nearly every program. Take other keys.`;
  return `${words} is for typing. Add Ctrl, Cmd or Alt, or take a function key.`;
}
