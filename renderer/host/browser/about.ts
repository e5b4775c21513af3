import { version } from '../../../package.json';
import type { About } from '../../../src/contract/window/about.ts';
import { deskName } from './ports.ts';

/** What a page can know of where it runs. Only browsers of Chromium's family say their own version in a way to rely on. */
export function aboutThisPage(userAgent: string): About {
  const chromium = /Chrom(?:e|ium)\/([\d.]+)/.exec(userAgent)?.[1];
  const firefox = /Firefox\/([\d.]+)/.exec(userAgent)?.[1];
  const runtimes = [
    { name: 'Chromium', version: chromium },
    { name: 'Firefox', version: firefox },
  ].flatMap((one) => (one.version === undefined ? [] : [{ name: one.name, version: one.version }]));
  return { version, runtimes, deskName, system: /\(([^)]*)\)/.exec(userAgent)?.[1] ?? 'unknown' };
}
