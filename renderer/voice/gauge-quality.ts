import type { Counters, Reading } from '../../src/domain/quality/reading.ts';
import { readingBetween } from '../../src/domain/quality/reading.ts';
import { countersOf } from './counters.ts';

const everyMs = 1_000;

/** Looks at the counters of a peer connection once a second until it is stopped. A look that fails is left out. */
export function gaugeQuality(
  getStats: () => Promise<{ values(): Iterable<Record<string, unknown>> }>,
  onReading: (reading: Reading) => void,
): () => void {
  let before: Counters | null = null;
  let stopped = false;

  async function look(): Promise<void> {
    const report = await getStats().catch(() => null);
    if (stopped || report === null) return;
    const after = countersOf(report.values(), performance.now());
    if (before !== null) onReading(readingBetween(before, after));
    before = after;
  }

  void look();
  const timer = setInterval(() => void look(), everyMs);
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}
