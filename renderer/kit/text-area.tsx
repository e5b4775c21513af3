import styles from './field.module.css';
import { FieldFrame, type FramedField } from './field.tsx';

export type TextAreaProps = FramedField & {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** UTF-16 units; more cannot be written. */
  longest?: number;
};

/** A field of several lines, which grows with what is written. */
export function TextArea({ label, hint, problem, value, onChange, placeholder, longest }: TextAreaProps) {
  return (
    <FieldFrame label={label} hint={hint} problem={problem}>
      {(bound) => (
        <textarea
          {...bound}
          className={styles.area}
          dir="auto"
          value={value}
          placeholder={placeholder}
          maxLength={longest}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </FieldFrame>
  );
}
