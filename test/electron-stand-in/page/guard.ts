import type { PageEnd } from './ipc-renderer.ts';

/**
 * What Electron decides in its browser process before a page gets it, asked of the main process from within the page:
 * may the microphone be opened, may the user be notified, may a window be opened. And the title, for the window. Sent into pages as source text: it
 * must not reach for anything outside itself.
 */
export function installGuards(page: PageEnd): void {
  const open = (url: string, frameName: string, features: string) =>
    page.tell({ kind: 'open', url, frameName, features });
  const allowed = (permission: string, mediaTypes: string[]) =>
    page.ask((id) => ({ kind: 'permission', id, permission, mediaTypes }));

  const devices = navigator.mediaDevices;
  if (devices) {
    const getUserMedia = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      const mediaTypes = [...(constraints?.audio ? ['audio'] : []), ...(constraints?.video ? ['video'] : [])];
      if (mediaTypes.length > 0 && !(await allowed('media', mediaTypes)))
        throw new DOMException('Permission denied', 'NotAllowedError');
      return getUserMedia(constraints);
    };
  }
  if (typeof Notification === 'function') {
    const request = Notification.requestPermission.bind(Notification);
    Notification.requestPermission = async () => {
      await allowed('notifications', []);
      return request();
    };
  }

  const tellTitle = () => page.tell({ kind: 'title', title: document.title });
  document.addEventListener('DOMContentLoaded', () => {
    tellTitle();
    let told = document.title;
    const watcher = new MutationObserver(() => {
      if (document.title === told) return;
      told = document.title;
      tellTitle();
    });
    watcher.observe(document.head, { subtree: true, childList: true, characterData: true });
  });

  window.close = () => page.tell({ kind: 'close' });
  window.open = (url = '', frameName = '', features = '') => {
    open(new URL(url, location.href).href, frameName, features);
    return null;
  };
  window.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[target]') : null;
    if (event.defaultPrevented || !(link instanceof HTMLAnchorElement)) return;
    if (link.href === '' || ['_self', '_top', '_parent', ''].includes(link.target)) return;
    event.preventDefault();
    open(link.href, link.target === '_blank' ? '' : link.target, '');
  });
}
