import styles from './bars.module.css';

export type BarsProps = { count: 1 | 2 | 3 | 4; poor?: boolean };

/** How good a connection is, drawn. Whoever shows it says it in words too. */
export function Bars({ count, poor = false }: BarsProps) {
  return (
    <span className={styles.bars} data-count={count} data-poor={poor || undefined} aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
    </span>
  );
}
