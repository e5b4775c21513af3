export type PageName = 'softphone' | 'card' | 'voice';

/**
 * Our pages live under a scheme of our own, each with an origin of its own: the softphone shares neither storage nor permissions with the
 * page that may hear. `file://` would be one origin for everything on the disk.
 */
export const appScheme = 'app';
const hosts: Readonly<Record<PageName, string>> = {
  softphone: 'ringdesk',
  card: 'card.ringdesk',
  voice: 'voice.ringdesk',
};

export function pageAddress(page: PageName): string {
  return `${appScheme}://${hosts[page]}/${page}.html`;
}

/** Which page's origin an address has; null for anything that is not ours. `URL.origin` says `null` for every scheme but the web's. */
export function pageOfAddress(address: string): PageName | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== `${appScheme}:`) return null;
  const pages = Object.keys(hosts) as PageName[];
  return pages.find((page) => hosts[page] === url.host) ?? null;
}
