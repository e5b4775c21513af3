/**
 * Stock Chromium does not know an application's own scheme and refuses it before any request is seen, so
 * `app://host/path` goes over the wire as `https://host.app.invalid/path`: a secure context, with an origin of its own.
 * Tests see the https form in `page.url()`; the application only ever sees its own.
 */
const schemes = new Set<string>();

export function mapScheme(scheme: string): void {
  schemes.add(scheme);
}

export const mappedPatterns = (): string[] => [...schemes].map((scheme) => `https://*.${scheme}.invalid/*`);

export function toChromium(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/is.exec(url);
  const [, scheme = '', host = '', rest = ''] = match ?? [];
  return schemes.has(scheme.toLowerCase()) ? `https://${host}.${scheme.toLowerCase()}.invalid${rest || '/'}` : url;
}

/** The scheme's own form of a URL or origin, and any other unchanged. */
export function toApplication(url: string): string {
  const match = /^https:\/\/([^/?#]+)\.([a-z0-9+-]+)\.invalid(.*)$/is.exec(url);
  const [, host = '', scheme = '', rest = ''] = match ?? [];
  return schemes.has(scheme) ? `${scheme}://${host}${rest}` : url;
}

/** `URL.origin` is "null" for schemes that Node does not know; a standard scheme has one all the same. */
export function originOf(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]+)/i.exec(url);
  return match?.[1] ?? 'null';
}
