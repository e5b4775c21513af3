import type { App, Shell } from 'electron';
import type { Log } from '../../../src/desk/ports.ts';
import { pageOfAddress } from '../app-scheme/address.ts';

/** Whether a link may be handed to the system's browser or mail program. */
export function mayOpenOutside(address: string): boolean {
  return URL.canParse(address) && ['https:', 'mailto:'].includes(new URL(address).protocol);
}

/** Our windows stay on our pages: no navigation away, no new windows, no webviews; links open outside. */
export function setupNavigationGuard(app: App, deps: { shell: Pick<Shell, 'openExternal'>; log: Log }): void {
  app.on('web-contents-created', (_created, contents) => {
    const stay = (details: { url: string; preventDefault: () => void }) => {
      const here = pageOfAddress(contents.getURL());
      if (here !== null && pageOfAddress(details.url) === here) return;
      details.preventDefault();
      deps.log.warn('navigation refused', { scheme: schemeOf(details.url) });
    };
    contents.on('will-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      if (mayOpenOutside(url)) {
        deps.shell.openExternal(url).catch((error: unknown) => deps.log.warn('link not opened', { error }));
      } else {
        deps.log.warn('window refused', { scheme: schemeOf(url) });
      }
      return { action: 'deny' };
    });
  });
}

function schemeOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : 'none';
}
