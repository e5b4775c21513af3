import { canDo, type HeadsetLayout } from './layout.ts';

export type Candidate = { productName: string; vendorId: number; productId: number; layout: HeadsetLayout };

/**
 * Which of several headsets is used: the one that the agent speaks into or listens with, else the one with most buttons, else the first.
 * @param labels of the chosen microphone and speaker, as the browser calls them: "Default - Jabra Evolve2 65 (0b0e:0e2b)"
 */
export function preferred<C extends Candidate>(candidates: readonly C[], labels: readonly string[]): C | null {
  const scored = candidates.map((candidate) => ({ candidate, score: scoreOf(candidate, labels) }));
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.find(({ score }) => score === best)?.candidate ?? null;
}

function scoreOf({ productName, vendorId, productId, layout }: Candidate, labels: readonly string[]): number {
  const hex = (id: number) => id.toString(16).padStart(4, '0');
  const names = [`${hex(vendorId)}:${hex(productId)}`, productName.trim().toLowerCase()].filter((name) => name !== '');
  const worn = labels.some((label) => names.some((name) => label.toLowerCase().includes(name)));
  return (worn ? 10 : 0) + canDo(layout).length;
}
