import type { Session, WebContents } from 'electron';
import type { Log } from '../../../src/desk/ports.ts';
import { type DeclaredCollection, isTelephony } from '../../../src/domain/headset/declared.ts';
import { telephonyPage } from '../../../src/domain/headset/usages.ts';
import { type PageName, pageOfAddress } from '../app-scheme/address.ts';

/** What a page asks of the browser, whichever of Electron's two handlers it came through. */
export type PermissionAsked = {
  permission: string;
  /** Which of our windows asks; null for anything else. */
  page: PageName | null;
  /** The address or origin that asks. */
  address: string;
  isMainFrame: boolean;
  /** For `media`: what it wants to hear or see. `unknown` is a check that names no device. */
  media: readonly string[];
};

export type PermissionAnswer = { granted: true } | { granted: false; reason: string };

/**
 * Deny by default. The voice page may hear, choose a speaker and have headsets, the softphone may put text on the clipboard (a number that
 * the person copies), and nothing may see. Notifications are main's.
 */
export function decidePermission(asked: PermissionAsked): PermissionAnswer {
  if (asked.page === null || pageOfAddress(asked.address) !== asked.page)
    return { granted: false, reason: 'not our page' };
  if (!asked.isMainFrame) return { granted: false, reason: 'not the main frame' };
  switch (asked.permission) {
    case 'media':
      return asked.media.includes('video') ? { granted: false, reason: 'no cameras' } : onlyFor('voice', asked.page);
    case 'speaker-selection':
    case 'hid':
      return onlyFor('voice', asked.page);
    case 'clipboard-sanitized-write':
      return onlyFor('softphone', asked.page);
    default:
      return { granted: false, reason: 'not on the list' };
  }
}

export type DeviceAsked = {
  deviceType: string;
  origin: string;
  /** What is known of the device. Electron's own check may leave its collections out. */
  collections: readonly DeclaredCollection[];
};

/**
 * Which devices a page has without asking anybody: headsets, and only the voice page. Of a device whose collections are not told here, the
 * voice page looks at them itself and leaves alone what is no headset. Chromium itself keeps keyboards and security keys from pages.
 */
export function decideDevice({ deviceType, origin, collections }: DeviceAsked): boolean {
  if (deviceType !== 'hid' || pageOfAddress(origin) !== 'voice') return false;
  return collections.length === 0 || collections.some((collection) => isTelephony(collection, telephonyPage));
}

function onlyFor(page: PageName, asking: PageName | null): PermissionAnswer {
  return asking === page ? { granted: true } : { granted: false, reason: `only for the ${page} page` };
}

/** Puts {@link decidePermission} behind both of Electron's handlers: one is asked before, the other at the request. */
export function setupPermissions(
  session: Session,
  deps: { pageOf: (contents: WebContents) => PageName | null; log: Log },
): void {
  const decide = (contents: WebContents | null, asked: Omit<PermissionAsked, 'page'>): PermissionAnswer =>
    decidePermission({ ...asked, page: contents === null ? null : deps.pageOf(contents) });
  session.setPermissionRequestHandler((contents, permission, callback, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const address = details.requestingUrl;
    const answer = decide(contents, { permission, address, isMainFrame: details.isMainFrame, media });
    if (!answer.granted) deps.log.warn('permission refused', { permission, reason: answer.reason });
    callback(answer.granted);
  });
  // Chromium checks often and by itself, so this one is not worth a line.
  session.setPermissionCheckHandler((contents, permission, address, details) => {
    const media = details.mediaType === undefined ? [] : [details.mediaType];
    return decide(contents, { permission, address, isMainFrame: details.isMainFrame, media }).granted;
  });
  session.setDevicePermissionHandler(({ deviceType, origin, device }) =>
    decideDevice({ deviceType, origin, collections: 'collections' in device ? (device.collections ?? []) : [] }),
  );
  // The voice page has its headsets without choosing; nobody is shown a list, and nothing is chosen for anybody.
  session.on('select-hid-device', (event, _details, callback) => {
    event.preventDefault();
    callback(null);
  });
}
