import styles from './name.module.css';

/** A name in its own direction, cut at the end, whole in the tooltip and for screen readers. */
export function Name({ children }: { children: string }) {
  return (
    <bdi className={styles.name} title={children}>
      {children}
    </bdi>
  );
}
