import { useId } from 'react';
import styles from './switch.module.css';

export type SwitchProps = {
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
  /** What it does when it is on. */
  hint?: string;
};

/** Something that is either on or off, and takes effect at once. */
export function Switch({ label, on, onChange, hint }: SwitchProps) {
  const id = useId();
  return (
    <div className={styles.row}>
      <span className={styles.words}>
        <label htmlFor={id}>{label}</label>
        {hint === undefined ? null : (
          <span id={`${id}-hint`} className={styles.hint}>
            {hint}
          </span>
        )}
      </span>
      <button
        id={id}
        type="button"
        role="switch"
        className={styles.switch}
        aria-checked={on}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onClick={() => onChange(!on)}
      />
    </div>
  );
}
