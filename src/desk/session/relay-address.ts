/**
 * The relay's address as a person types it, made whole: `ringdesk.example.com` is meant to be https, this computer http.
 * @returns the address without a trailing slash, or null when it is none
 */
export function readRelayAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  const local = /^(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(text);
  const whole = /^[a-z]+:\/\//i.test(text) ? text : `${local ? 'http' : 'https'}://${text}`;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (url.username !== '' || url.password !== '') return null;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
