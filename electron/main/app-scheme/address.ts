/** Our pages live at `app://ringdesk/…`: an origin of their own, which `file://` would not be. */
export const appScheme = 'app';
export const appHost = 'ringdesk';

export type PageName = 'softphone' | 'voice';

export function pageAddress(page: PageName): string {
  return `${appScheme}://${appHost}/${page}.html`;
}

/** Whether an address (or an origin) is one of ours. `URL.origin` is `null` for a scheme that only Electron knows. */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${appScheme}:` && url.host === appHost;
}
