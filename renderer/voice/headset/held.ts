import type { HeadsetLayout } from '../../../src/domain/headset/layout.ts';
import { type Lights, lightReports, noLights } from '../../../src/domain/headset/lights.ts';
import { type Press, readReport, type Standing } from '../../../src/domain/headset/read-report.ts';
import { type HidDevice, reportIn } from './web-hid.ts';

/** A headset that is open. */
export type Held = {
  device: HidDevice;
  /** Rejects when it takes no report. */
  show(lights: Lights): Promise<void>;
  /** Puts its lights out and closes it. Never rejects: one that was unplugged is closed already. */
  letGo(): Promise<void>;
  /** For one that was unplugged: it is not heard any more. */
  forget(): void;
};

/** Opens a headset. Rejects where another program holds it for itself, or the system gives it to nobody. */
export async function hold(
  device: HidDevice,
  layout: HeadsetLayout,
  onPress: (presses: Press[]) => void,
): Promise<Held> {
  let standing: Standing = {};
  const listen = (event: Event) => {
    const report = reportIn(event);
    if (report === null) return;
    const read = readReport(layout, standing, report);
    if (read.status === 'ignored') return;
    standing = read.standing;
    if (read.presses.length > 0) onPress(read.presses);
  };
  const show = async (lights: Lights) => {
    for (const { reportId, bytes } of lightReports(layout, lights)) await device.sendReport(reportId, bytes);
  };
  device.addEventListener('inputreport', listen);
  try {
    if (!device.opened) await device.open();
  } catch (error) {
    device.removeEventListener('inputreport', listen);
    throw error;
  }
  const forget = () => device.removeEventListener('inputreport', listen);
  return {
    device,
    show,
    forget,
    async letGo() {
      forget();
      await show(noLights).catch(() => undefined);
      await device.close().catch(() => undefined);
    },
  };
}
