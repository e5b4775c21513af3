import type { Hid, HidDevice } from '../../renderer/voice/headset/web-hid.ts';
import type { DeclaredCollection } from '../../src/domain/headset/declared.ts';

/** What somebody sees and does who wears the headset. */
export type WornHeadset = {
  /** The call button, or the mute button, is pressed. */
  press(button: 'call' | 'mute'): void;
  unplug(): void;
  plug(): void;
  /** Another program holds it for itself, from now on. */
  holdElsewhere(held: boolean): void;
  state(): { opened: boolean; timesOpened: number; offHook: boolean; ring: boolean; mute: boolean };
};

/**
 * A headset of the kind that `jabraLike` declares, as WebHID gives it to a page. It behaves as those do: it acknowledges Off-Hook with a
 * report of its hook switch, gives its mute button only in a call, and takes an off-hook back that nobody acknowledged.
 * Sent into pages as source text: it must not reach for anything outside itself.
 */
export function fakeHeadset(setup: {
  name: string;
  collections: readonly DeclaredCollection[];
  /** The page has it only once it has asked for it. */
  asks?: boolean;
}): {
  hid: Hid;
  worn: WornHeadset;
} {
  const acknowledgeMs = 30;
  const patienceMs = 2_000;
  const lights = { offHook: false, mute: false, ring: false };
  let hook = false;
  let opened = false;
  let timesOpened = 0;
  let plugged = true;
  let given = setup.asks !== true;
  let elsewhere = false;

  function say(mute = false): void {
    if (!opened) return;
    const event = new Event('inputreport');
    const bytes = Uint8Array.of((hook ? 0b1 : 0) | (mute ? 0b1000 : 0), 0);
    Object.assign(event, { reportId: 2, data: new DataView(bytes.buffer) });
    device.dispatchEvent(event);
  }

  const device: HidDevice = Object.assign(new EventTarget(), {
    opened: false,
    vendorId: 0x0b0e,
    productId: 0x0e2b,
    productName: setup.name,
    collections: setup.collections,
    async open() {
      if (elsewhere) throw new DOMException('Failed to open the device.', 'NotAllowedError');
      opened = true;
      timesOpened += 1;
    },
    async close() {
      opened = false;
    },
    async sendReport(reportId: number, data: BufferSource) {
      if (!opened || !plugged) throw new DOMException('Failed to write the report.', 'NotAllowedError');
      if (reportId !== 2 || data.byteLength !== 2) throw new DOMException('No such report.', 'NotSupportedError');
      const [first = 0] = ArrayBuffer.isView(data)
        ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
        : new Uint8Array(data);
      const acknowledge = (first & 0b1) !== Number(lights.offHook);
      Object.assign(lights, { offHook: (first & 0b1) !== 0, mute: (first & 0b10) !== 0, ring: (first & 0b100) !== 0 });
      if (!acknowledge) return;
      setTimeout(() => {
        hook = lights.offHook;
        say();
      }, acknowledgeMs);
    },
  });
  Object.defineProperty(device, 'opened', { get: () => opened });

  const hid: Hid = Object.assign(new EventTarget(), {
    getDevices: async () => (plugged && given ? [device] : []),
    requestDevice: async () => {
      given = true;
      return plugged ? [device] : [];
    },
  });
  const tell = (change: 'connect' | 'disconnect') => hid.dispatchEvent(Object.assign(new Event(change), { device }));

  return {
    hid,
    worn: {
      press(button) {
        if (button === 'mute') {
          if (!lights.offHook) return;
          say(true);
          say(false);
          return;
        }
        hook = !hook;
        say();
        setTimeout(() => {
          if (hook === lights.offHook) return;
          hook = lights.offHook;
          say();
        }, patienceMs);
      },
      unplug() {
        plugged = false;
        opened = false;
        hook = false;
        Object.assign(lights, { offHook: false, mute: false, ring: false });
        tell('disconnect');
      },
      plug() {
        plugged = true;
        tell('connect');
      },
      holdElsewhere(held) {
        elsewhere = held;
      },
      state: () => ({ opened, timesOpened, ...lights }),
    },
  };
}
