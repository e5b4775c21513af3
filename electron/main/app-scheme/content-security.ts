/**
 * What a page may load. Pages make no network requests of their own: main does, and they are told.
 * Styles come from our own files; React sets single properties through the CSSOM, which needs no exception.
 */
const everyPage = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
} as const;

/** The voice page alone plays sound. */
const voicePage = { ...everyPage, 'media-src': "'self' blob: data:", 'worker-src': "'self'" };

export function contentSecurityPolicy(page: string): string {
  const rules = page === 'voice.html' ? voicePage : everyPage;
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
