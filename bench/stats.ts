/** Percentiles of samples, by nearest rank. */
export type Summary = { n: number; p50: number; p95: number; p99: number; max: number };

export function summarize(samples: readonly number[]): Summary {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

export function ms(value: number): string {
  return Number.isNaN(value) ? 'none' : `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`;
}

export function row({ n, p50, p95, p99, max }: Summary): string {
  return `${n} | ${ms(p50)} | ${ms(p95)} | ${ms(p99)} | ${ms(max)}`;
}
