import CircleAlert from 'lucide-react/icons/circle-alert';
import { useId } from 'react';
import styles from './field.module.css';

export type TextAreaProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  /** What does not fit, in words; the field is marked as wrong. */
  problem?: string | null;
};

/** A field of several lines, which grows with what is written. */
export function TextArea({ label, value, onChange, hint, problem }: TextAreaProps) {
  const id = useId();
  const said = problem ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea
        id={id}
        className={styles.area}
        dir="auto"
        value={value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={said ? `${id}-said` : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      {said ? (
        <p id={`${id}-said`} className={styles.said} role={problem ? 'alert' : undefined}>
          {problem ? <CircleAlert size={14} className={styles.wrong} /> : null}
          <span>{said}</span>
        </p>
      ) : null}
    </div>
  );
}
