import { findBrowser } from '../../scripts/find-browser.mjs';

/** The browser that tests run. @throws without one: `npm test` finds or gets it */
export function browserPath(): string {
  const path = findBrowser();
  if (path === null) throw new Error('no browser: run npm test, which finds or gets one');
  return path;
}

/**
 * Leaves out the pages that Chromium keeps ready behind its address bar, which cost more than the page under test. The
 * flag counts once: with it go those of the runner's own features that change what a page does.
 */
export const noAddressBar =
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,PaintHolding,ThirdPartyStoragePartitioning,DestroyProfileOnBrowserClose,AvoidUnnecessaryBeforeUnloadCheckSync,MediaRouter,OptimizationHints,LensOverlay';

/** A window without tabs, whose mark of an open microphone costs as much as a call does. */
export const noTabs = '--app=data:text/html,';
