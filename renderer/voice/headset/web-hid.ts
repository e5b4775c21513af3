import type { DeclaredCollection } from '../../../src/domain/headset/declared.ts';

/** The part of WebHID that is needed; TypeScript does not know it. https://wicg.github.io/webhid/ */
export type HidDevice = EventTarget & {
  readonly opened: boolean;
  readonly vendorId: number;
  readonly productId: number;
  readonly productName: string;
  readonly collections: readonly DeclaredCollection[];
  open(): Promise<void>;
  close(): Promise<void>;
  sendReport(reportId: number, data: BufferSource): Promise<void>;
};

export type Hid = EventTarget & {
  /** Those that the page may have. */
  getDevices(): Promise<HidDevice[]>;
  requestDevice(options: { filters: { usagePage: number }[] }): Promise<HidDevice[]>;
};

/** Chromium has it on pages that are served securely; other browsers have none. */
export function hidOf(navigator: Navigator): Hid | null {
  const hid: Hid | undefined = Reflect.get(navigator, 'hid');
  return hid ?? null;
}

/** A report of a device, without its id. */
export function reportIn(event: Event): { reportId: number; bytes: Uint8Array } | null {
  const reportId: unknown = Reflect.get(event, 'reportId');
  const data: unknown = Reflect.get(event, 'data');
  if (typeof reportId !== 'number' || !(data instanceof DataView)) return null;
  return { reportId, bytes: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}
