import CircleAlert from 'lucide-react/icons/circle-alert';
import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import { type ReactNode, useId } from 'react';
import styles from './field.module.css';

export type FramedField = {
  label: string;
  hint?: string | undefined;
  /** What does not fit, in words; the field is marked as wrong. */
  problem?: string | null | undefined;
};

type Bound = { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined };

/** What stands around a field: what it is called, and beneath it a hint, or what is wrong. */
export function FieldFrame({
  label,
  hint,
  problem,
  children,
}: FramedField & { children: (bound: Bound) => ReactNode }) {
  const id = useId();
  const said = problem ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({
        id,
        'aria-invalid': problem ? true : undefined,
        'aria-describedby': said ? `${id}-said` : undefined,
      })}
      {said ? (
        <p id={`${id}-said`} className={styles.said} role={problem ? 'alert' : undefined}>
          {problem ? <CircleAlert size={14} className={styles.wrong} /> : null}
          <span>{said}</span>
        </p>
      ) : null}
    </div>
  );
}

export type FieldProps = FramedField & {
  name: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'email' | 'password' | 'url';
  autoComplete?: string;
  autoFocus?: boolean;
};

export function Field({
  label,
  hint,
  problem,
  name,
  value,
  onChange,
  type = 'text',
  autoComplete,
  autoFocus,
}: FieldProps) {
  return (
    <FieldFrame label={label} hint={hint} problem={problem}>
      {(bound) => (
        <input
          {...bound}
          className={styles.input}
          name={name}
          type={type}
          dir={type === 'text' ? 'auto' : undefined}
          value={value}
          autoComplete={autoComplete}
          // biome-ignore lint/a11y/noAutofocus: the first field of the only form on the screen.
          autoFocus={autoFocus}
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </FieldFrame>
  );
}

export type SearchFieldProps = { value: string; onChange: (value: string) => void; placeholder: string };

export function SearchField({ value, onChange, placeholder }: SearchFieldProps) {
  return (
    <div className={styles.search}>
      <Search size={16} />
      <input
        type="search"
        aria-label="Search"
        dir="auto"
        placeholder={placeholder}
        value={value}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') onChange('');
        }}
      />
      {value === '' ? null : (
        <button type="button" aria-label="Clear search" className={styles.clear} onClick={() => onChange('')}>
          <X size={14} />
        </button>
      )}
    </div>
  );
}
