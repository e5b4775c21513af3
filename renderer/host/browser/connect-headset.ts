import { telephonyPage } from '../../../src/domain/headset/usages.ts';
import { hidOf } from '../../voice/headset/web-hid.ts';

/** The browser's own list, of headsets only. To be called from a press. Rejects where the browser does not ask at all. */
export async function askForHeadset(): Promise<void> {
  await hidOf(navigator)?.requestDevice({ filters: [{ usagePage: telephonyPage }] });
}
