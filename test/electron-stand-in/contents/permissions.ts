import { browser } from '../chromium/browser.ts';
import { originOf, toChromium } from '../chromium/scheme.ts';
import { faithful } from '../faithful.ts';
import type { Session } from './session.ts';

type Permission = Parameters<NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>>[1];
type Asking = { contents: object; session: Session; url: string };

/** Electron's words for a permission, and Chromium's. */
const known: { permission: Permission; name: string; mediaType?: 'audio' | 'video' }[] = [
  { permission: 'media', name: 'microphone', mediaType: 'audio' },
  { permission: 'media', name: 'camera', mediaType: 'video' },
  { permission: 'notifications', name: 'notifications' },
  { permission: 'speaker-selection', name: 'speaker-selection' },
  { permission: 'clipboard-read', name: 'clipboard-read' },
  { permission: 'clipboard-sanitized-write', name: 'clipboard-write' },
  { permission: 'geolocation', name: 'geolocation' },
  { permission: 'idle-detection', name: 'idle-detection' },
  { permission: 'screen-wake-lock', name: 'screen-wake-lock' },
  { permission: 'window-management', name: 'window-management' },
  { permission: 'local-fonts', name: 'local-fonts' },
];

function set(name: string, url: string, granted: boolean): Promise<unknown> {
  const origin = toChromium(originOf(url)).replace(/\/$/, '');
  const setting = granted ? 'granted' : 'denied';
  // Chromium does not know every name in every version; one that it does not know is refused by it anyway.
  return browser.command('Browser.setPermission', { permission: { name }, setting, origin }).catch(() => undefined);
}

/** Gives a page what the application's check handler says, before a script of the page can ask. */
export async function applyPermissionChecks({ contents, session, url }: Asking): Promise<void> {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(url)) return;
  const origin = originOf(url);
  await Promise.all(
    known.map(({ permission, name, mediaType }) => {
      const asker = permission === 'notifications' ? null : faithful<Electron.WebContents>(contents);
      const details = { requestingUrl: url, securityOrigin: `${origin}/`, isMainFrame: true };
      const more = mediaType === undefined ? details : { ...details, mediaType };
      return set(name, url, session.permissionCheck?.(asker, permission, `${origin}/`, more) ?? true);
    }),
  );
}

/** The page asks now: the application's request handler decides, at its leisure. */
export async function requestPermission(
  asking: Asking,
  permission: Permission,
  mediaTypes: string[],
): Promise<boolean> {
  const { contents, session, url } = asking;
  const handler = session.permissionRequest;
  const types = mediaTypes.map((type) => (type === 'audio' ? 'audio' : 'video'));
  const details = { requestingUrl: url, isMainFrame: true };
  const media = { ...details, mediaTypes: types, securityOrigin: `${originOf(url)}/` };
  const granted =
    handler === null ||
    (await new Promise<boolean>((resolve) => {
      handler(faithful(contents), permission, resolve, permission === 'media' ? media : details);
    }));
  const names = known.filter((one) => one.permission === permission);
  const asked = names.filter(({ mediaType }) => mediaType === undefined || mediaTypes.includes(mediaType));
  await Promise.all(asked.map(({ name }) => set(name, url, granted)));
  return granted;
}
