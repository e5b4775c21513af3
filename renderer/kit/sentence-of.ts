/** What went wrong, for whom it happens to: those who throw across the host put it in words. */
export function sentenceOf(error: unknown, otherwise: string): string {
  return error instanceof Error ? error.message : otherwise;
}
