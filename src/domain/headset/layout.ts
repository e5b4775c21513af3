import { type DeclaredCollection, type DeclaredItem, isTelephony, reportsOf } from './declared.ts';
import { type Button, buttonUsages, type Light, lightUsages, telephonyPage } from './usages.ts';
import { type ButtonWord, buttonWords } from './words.ts';

/** Where something stands in a report, in bits behind the report id. */
export type Place = { reportId: number; offset: number; size: number };

/**
 * Where a button is read. `state`: the value is how it stands (absolute) · `push`: every push gives a 1 (relative). An array has `fields`
 * of the same size behind each other, and the button is on when one of them holds `on`.
 */
export type ButtonPlace = Place & { kind: 'state' | 'push'; fields: number; on: number | null };

export type HeadsetLayout = {
  buttons: Partial<Record<Button, ButtonPlace>>;
  lights: Partial<Record<Light, Place>>;
  /** How long each report is, in bits, by its id. */
  inputBits: ReadonlyMap<number, number>;
  outputBits: ReadonlyMap<number, number>;
};

/** A report is counted in bytes by a word of 16 bits; a declaration beyond that is not believed. */
const longestReport = 0xffff * 8;

/** A device that declares its fields longer than this breaks the rules (Device Class Definition for HID 1.11, §8.4). */
const longestField = 32;

/**
 * Where a headset has its buttons and lights, from what it declares.
 *
 * Whether a field is marked constant is not looked at: many headsets mark their buttons so. Bits without a usage only take up room.
 * @returns null for a device that is no headset, or one without a button that would answer, end or mute
 */
export function layoutOf(collections: readonly DeclaredCollection[]): HeadsetLayout | null {
  const telephony = collections.filter((collection) => isTelephony(collection, telephonyPage));
  const inputs = fieldsOf(telephony, 'inputReports');
  const outputs = fieldsOf(telephony, 'outputReports');
  const buttons: HeadsetLayout['buttons'] = {};
  for (const button of Object.keys(buttonUsages) as Button[]) {
    const found = inputs.fields.find(({ usage }) => usage === buttonUsages[button]);
    if (found !== undefined) buttons[button] = found.place;
  }
  if (buttons.hook === undefined && buttons.mute === undefined && buttons.drop === undefined) return null;
  const lights: HeadsetLayout['lights'] = {};
  for (const light of Object.keys(lightUsages) as Light[]) {
    const found = outputs.fields.find(({ usage, place }) => usage === lightUsages[light] && place.on === null);
    if (found === undefined) continue;
    const { reportId, offset, size } = found.place;
    lights[light] = { reportId, offset, size };
  }
  return { buttons, lights, inputBits: inputs.bits, outputBits: outputs.bits };
}

type Field = { usage: number; place: ButtonPlace };

/** Every field that has a usage, where it stands. Where two collections share a report, the later one goes on behind the earlier. */
function fieldsOf(collections: readonly DeclaredCollection[], direction: 'inputReports' | 'outputReports') {
  const fields: Field[] = [];
  const bits = new Map<number, number>();
  for (const { reportId = 0, items = [] } of collections.flatMap((one) => reportsOf(one, direction))) {
    for (const item of items) {
      const offset = bits.get(reportId) ?? 0;
      const length = (item.reportSize ?? 0) * (item.reportCount ?? 0);
      if (!Number.isInteger(length) || length < 0 || offset + length > longestReport) break;
      fields.push(...fieldsOfItem(item, reportId, offset));
      bits.set(reportId, offset + length);
    }
  }
  return { fields, bits };
}

function fieldsOfItem(item: DeclaredItem, reportId: number, offset: number): Field[] {
  const { reportSize: size = 0, reportCount = 0, isArray = false, isAbsolute = true, logicalMinimum = 0 } = item;
  if (size < 1 || size > longestField) return [];
  const kind = isAbsolute ? 'state' : 'push';
  const wanted: number[] = [...Object.values(buttonUsages), ...Object.values(lightUsages)];
  return wanted.flatMap((usage): Field[] => {
    const index = indexOf(usage, item);
    if (index === -1) return [];
    if (isArray)
      return [{ usage, place: { reportId, offset, size, kind, fields: reportCount, on: logicalMinimum + index } }];
    // A field too few, and the usages behind it have no place.
    if (index >= reportCount) return [];
    return [{ usage, place: { reportId, offset: offset + index * size, size, kind, fields: 1, on: null } }];
  });
}

/** Which of an item's usages it is, counted from 0; -1 for none. */
function indexOf(usage: number, { isRange, usages = [], usageMinimum, usageMaximum }: DeclaredItem): number {
  if (isRange !== true || usageMinimum === undefined || usageMaximum === undefined) return usages.indexOf(usage);
  return usage >= usageMinimum && usage <= usageMaximum ? usage - usageMinimum : -1;
}

/** What can be done with the buttons of a headset. Drop alone ends, and never answers. */
export function canDo({ buttons }: HeadsetLayout): ButtonWord[] {
  const does = {
    answer: buttons.hook !== undefined,
    mute: buttons.mute !== undefined,
    end: buttons.hook !== undefined || buttons.drop !== undefined,
  };
  return buttonWords.filter((word) => does[word]);
}
