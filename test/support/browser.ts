import { findBrowser } from '../../scripts/find-browser.mjs';

/** The browser that tests run. @throws without one: `npm test` finds or gets it */
export function browserPath(): string {
  const path = findBrowser();
  if (path === null) throw new Error('no browser: run npm test, which finds or gets one');
  return path;
}
