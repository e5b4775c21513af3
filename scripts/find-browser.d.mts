/** A Chromium, Chrome or Edge on this machine; `RINGDESK_CHROMIUM` names another. @returns its path */
export function findBrowser(): string | null;
