import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../../kit/button.tsx';
import { Note } from '../../kit/note.tsx';
import styles from './in-place-dialog.module.css';

type InPlaceDialogProps = {
  role: 'dialog' | 'alertdialog';
  title: string;
  /** What it is about; read out with the title. */
  sentence: string | null;
  onClose: () => void;
  children: ReactNode;
};

/** A dialog that stands in its place and covers nothing: a call that rings meanwhile can be answered. Escape closes it. */
export function InPlaceDialog({ role, title, sentence, onClose, children }: InPlaceDialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const first = dialog.current?.querySelector<HTMLElement>('textarea, input, button');
    (first ?? dialog.current)?.focus();
    return () => {
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: either role is one; Escape is a dialog's.
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: either role has a name and a description.
    <div
      ref={dialog}
      className={styles.dialog}
      role={role}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      aria-describedby={sentence === null ? undefined : `${id}-sentence`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <h3 id={`${id}-title`}>{title}</h3>
      {sentence === null ? null : <p id={`${id}-sentence`}>{sentence}</p>}
      {children}
    </div>
  );
}

type DialogEndProps = {
  /** On the button that does it. */
  word: string;
  /** Why it cannot be done now; null when it can. */
  why: string | null;
  /** Why it was not done. */
  problem?: string | null;
  onDo: () => void;
  onClose: () => void;
};

/** The end of a form: what went wrong, the button that does it, and the way out. */
export function DialogEnd({ word, why, problem = null, onDo, onClose }: DialogEndProps) {
  return (
    <>
      {problem === null ? null : <Note tone="failure">{problem}</Note>}
      <DialogActions>
        <Button kind="accent" why={why} onPress={onDo}>
          {word}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </DialogActions>
    </>
  );
}

export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
