import styles from './empty.module.css';

/** An empty place says what will happen next. */
export function Empty({ title, children }: { title: string; children?: string }) {
  return (
    <div className={styles.empty}>
      <h3>{title}</h3>
      {children === undefined ? null : <p>{children}</p>}
    </div>
  );
}
