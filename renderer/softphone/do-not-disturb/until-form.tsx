import { useId, useState } from 'react';
import { nextTimeOfDay } from '../../../src/domain/people/undisturbed.ts';
import { useHost } from '../../host/desk-store.ts';
import { Button } from '../../kit/button.tsx';
import { useNow } from '../../kit/use-now.ts';
import { comingWhen } from '../words/when.ts';
import styles from './until-form.module.css';

const two = (value: number) => String(value).padStart(2, '0');

/** The next full half hour that is not too near, as a time field wants it: `15:30`. */
function soon(now: number): string {
  const half = 30 * 60_000;
  const time = new Date(Math.ceil((now + half) / half) * half);
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** Asks until when, in place: a call that comes can always be answered. */
export function UntilForm({ onDone }: { onDone: () => void }) {
  const host = useHost();
  const id = useId();
  const now = useNow(1000);
  const [time, setTime] = useState(() => soon(Date.now()));
  const [hours, minutes] = time.split(':').map(Number);
  const until = hours === undefined || minutes === undefined ? null : nextTimeOfDay(hours, minutes, now);
  return (
    <form
      className={styles.form}
      aria-label="Do not disturb"
      onSubmit={(event) => {
        event.preventDefault();
        if (until === null) return;
        void host.command({ kind: 'setAvailability', availability: { kind: 'doNotDisturb', until } });
        onDone();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <div className={styles.row}>
        <label htmlFor={id}>Do not disturb until</label>
        <input
          id={id}
          type="time"
          required
          value={time}
          aria-describedby={`${id}-said`}
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for it.
          autoFocus
          onChange={(event) => setTime(event.target.value)}
        />
      </div>
      <p id={`${id}-said`}>
        {until === null ? 'Enter a time.' : `Calls ring at your colleagues until ${comingWhen(until, now)}.`}
      </p>
      <div className={styles.row}>
        <Button submit>Start</Button>
        <Button kind="quiet" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
