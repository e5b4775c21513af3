/** A browser to run Ringdesk in: one that is there, else Debian's Chromium where it may be installed. @returns its path */
export function ensureBrowser(): string | null;
