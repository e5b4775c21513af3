import { useEffect, useId, useRef, useState } from 'react';
import type { NoteView } from '../../../src/contract/window/view.ts';
import { type CallNote, laterNote, longestNote } from '../../../src/domain/calls/call-note.ts';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { notesOf } from '../../host/selectors.ts';
import { Announce } from '../../kit/announce.tsx';
import { amount } from '../words/locale.ts';
import { noteWords } from '../words/note.ts';
import styles from './note-field.module.css';

/** How near the end of the room for a note it is counted. */
const countFrom = 200;

type NoteFieldProps = {
  callId: string;
  /** What the record of the call has; the desk may have something later. */
  recorded?: CallNote | null;
};

/** The agent's note on a call. Every letter goes to the desk at once, which keeps it; there is nothing to save. */
export function NoteField({ callId, recorded = null }: NoteFieldProps) {
  const host = useHost();
  const id = useId();
  const here: NoteView | null = useDesk(notesOf)[callId] ?? null;
  const known = laterNote<CallNote>(here, recorded);
  const [text, setText] = useState(known?.text ?? '');
  const isWriting = useRef(false);
  // What another desk wrote comes in while nobody writes here.
  const knownText = known?.text;
  useEffect(() => {
    if (!isWriting.current && knownText !== undefined) setText(knownText);
  }, [knownText]);
  const left = longestNote - text.length;
  const words = noteWords(here, text);
  return (
    <div className={styles.note}>
      <textarea
        className={styles.area}
        rows={2}
        dir="auto"
        aria-label="Notes on this call"
        placeholder="Notes on this call"
        aria-describedby={`${id}-stand`}
        maxLength={longestNote}
        value={text}
        onFocus={() => {
          isWriting.current = true;
        }}
        onBlur={() => {
          isWriting.current = false;
        }}
        onChange={({ target }) => {
          setText(target.value);
          void host.command({ kind: 'writeNote', callId, text: target.value, seen: known?.version ?? 0 });
        }}
      />
      <p id={`${id}-stand`} className={styles.stand} data-stand={here?.stand}>
        {words}
        {left <= countFrom ? <span> {amount(left)} characters left.</span> : null}
      </p>
      <Announce>{here?.stand === 'here' || here?.stand === 'unkept' ? words : ''}</Announce>
    </div>
  );
}
