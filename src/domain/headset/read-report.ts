import { readBits } from './bits.ts';
import type { ButtonPlace, HeadsetLayout } from './layout.ts';
import type { Button } from './usages.ts';

/** How the buttons stood in the last report that told of them; one that was never told of stands nowhere. */
export type Standing = Partial<Record<Button, boolean>>;

/**
 * What happened at a headset. `offHook`, `onHook`, `muteOn`, `muteOff`: a button with two states went over into the other ·
 * `hookPushed`, `mutePushed`: one without states was pushed.
 */
export type Press = 'offHook' | 'onHook' | 'hookPushed' | 'muteOn' | 'muteOff' | 'mutePushed' | 'flash' | 'drop';

export type ReportRead =
  | { status: 'read'; standing: Standing; presses: Press[] }
  /** Of another report, or shorter than declared: the headset stands as it stood. */
  | { status: 'ignored'; reason: 'anotherReport' | 'tooShort' };

/**
 * What a report says has changed. Only a change counts, never a value that is repeated: a report carries all of its buttons, also those
 * that nobody touched.
 */
export function readReport(
  layout: HeadsetLayout,
  before: Standing,
  report: { reportId: number; bytes: Uint8Array },
): ReportRead {
  const entries = Object.entries(layout.buttons) as [Button, ButtonPlace][];
  const places = entries.filter(([, place]) => place.reportId === report.reportId);
  if (places.length === 0) return { status: 'ignored', reason: 'anotherReport' };
  const last = Math.max(...places.map(([, { offset, size, fields }]) => offset + size * fields));
  if (report.bytes.length * 8 < last) return { status: 'ignored', reason: 'tooShort' };
  const standing: Standing = { ...before };
  const presses: Press[] = [];
  for (const [button, place] of places) {
    const on = isOn(place, report.bytes);
    // One that was not told of before is taken to have been off: the first report of all may be of a press.
    if (on !== (before[button] ?? false)) presses.push(...pressOf(button, place, on));
    standing[button] = on;
  }
  return { status: 'read', standing, presses };
}

function isOn({ offset, size, fields, on }: ButtonPlace, bytes: Uint8Array): boolean {
  if (on === null) return readBits(bytes, offset, size) !== 0;
  return Array.from({ length: fields }).some((_, index) => readBits(bytes, offset + index * size, size) === on);
}

/** What a push lets go of says nothing. */
function pressOf(button: Button, { kind }: ButtonPlace, on: boolean): Press[] {
  switch (button) {
    case 'hook':
      if (kind === 'state') return [on ? 'offHook' : 'onHook'];
      return on ? ['hookPushed'] : [];
    case 'mute':
      if (kind === 'state') return [on ? 'muteOn' : 'muteOff'];
      return on ? ['mutePushed'] : [];
    case 'flash':
    case 'drop':
      return on ? [button] : [];
  }
}
