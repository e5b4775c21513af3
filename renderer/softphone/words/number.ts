import { useSyncExternalStore } from 'react';

let grouped: ((phone: string) => string) | null = null;
const listeners = new Set<() => void>();

/**
 * How each country groups its numbers is a large book, fetched beside the first screen. Until it is there, numbers stand
 * ungrouped, and where it cannot be had they stay so.
 */
export async function learnNumbers(): Promise<void> {
  if (grouped !== null) return;
  try {
    grouped = (await import('./grouped-number.ts')).groupedNumber;
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

/** `+6281255550142` → `+62 812 5555 0142`; what is not a number (a channel's name, say) stays as it came. */
export const readableNumber = (phone: string): string => grouped?.(phone) ?? phone;

const onLearned = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Draws a page again when numbers can be grouped. */
export function useNumbers(): void {
  useSyncExternalStore(onLearned, () => grouped);
}
