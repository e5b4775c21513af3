/** `https://calls.nusa.example/` → `calls.nusa.example`; what is no address stays as it is. */
export function relayName(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
