import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeclaredCollection, DeclaredItem } from './declared.ts';
import { canDo, layoutOf } from './layout.ts';
import { lightReports } from './lights.ts';
import { preferred } from './prefer.ts';
import { readReport } from './read-report.ts';
import { arrayOfRange, jabraLike, keyboard, pushesOnly } from './samples.ts';
import { type Button, buttonUsages } from './usages.ts';

const layout = (collections: DeclaredCollection[]) => {
  const found = layoutOf(collections);
  if (found === null) throw new Error('no headset');
  return found;
};
const bytes = (...values: number[]) => Uint8Array.from(values);

test('a headset says where its buttons and lights are', () => {
  const found = layout(jabraLike);
  expect(found.buttons).toEqual({
    hook: { reportId: 2, offset: 0, size: 1, kind: 'state', fields: 1, on: null },
    mute: { reportId: 2, offset: 3, size: 1, kind: 'push', fields: 1, on: null },
    flash: { reportId: 2, offset: 4, size: 1, kind: 'push', fields: 1, on: null },
  });
  expect(found.lights).toEqual({
    offHook: { reportId: 2, offset: 0, size: 1 },
    mute: { reportId: 2, offset: 1, size: 1 },
    ring: { reportId: 2, offset: 2, size: 1 },
  });
  expect(canDo(found)).toEqual(['answer', 'mute', 'end']);
});

test('its lights are told in the reports that have them, and others of the report are out', () => {
  expect(lightReports(layout(jabraLike), { ring: false, offHook: true, mute: true })).toEqual([
    { reportId: 2, bytes: bytes(0b011, 0) },
  ]);
  expect(lightReports(layout(pushesOnly), { ring: true, offHook: true, mute: true })).toEqual([
    { reportId: 30, bytes: bytes(1, 0) },
    { reportId: 24, bytes: bytes(1) },
  ]);
  expect(lightReports(layout(arrayOfRange), { ring: true, offHook: true, mute: true })).toEqual([]);
});

test('a press is read once, at its edge, and what was let go of says nothing', () => {
  const found = layout(jabraLike);
  const reports = [bytes(0b1, 0), bytes(0b1, 0), bytes(0b1001, 0), bytes(0b1, 0), bytes(0b0, 0)];
  let standing = {};
  const presses = reports.map((report) => {
    const read = readReport(found, standing, { reportId: 2, bytes: report });
    if (read.status !== 'read') throw new Error(read.reason);
    standing = read.standing;
    return read.presses;
  });
  expect(presses).toEqual([['offHook'], [], ['mutePushed'], [], ['onHook']]);
});

test('an array says which button is down', () => {
  const found = layout(arrayOfRange);
  const hook = readReport(found, {}, { reportId: 5, bytes: bytes(0, 1) });
  expect(hook).toMatchObject({ status: 'read', presses: ['offHook'] });
  const mute = readReport(found, { hook: true }, { reportId: 5, bytes: bytes(16, 1) });
  expect(mute).toMatchObject({ status: 'read', presses: ['muteOn'] });
  expect(readReport(found, {}, { reportId: 5, bytes: bytes(7, 0) })).toMatchObject({ presses: ['drop'] });
});

test.each([
  ['another report', { reportId: 1, bytes: bytes(1, 0) }, 'anotherReport'],
  ['one without bytes', { reportId: 2, bytes: bytes() }, 'tooShort'],
])('%s is ignored', (_story, report, reason) => {
  expect(readReport(layout(jabraLike), { hook: true }, report)).toEqual({ status: 'ignored', reason });
});

test.each([
  ['a keyboard', keyboard],
  ['nothing', []],
  ['a telephone display', [{ usagePage: 0x0b, children: [], inputReports: [] }]],
  ['lies about its length', [{ usagePage: 0x0b, inputReports: [{ items: [{ reportSize: 1e9, reportCount: 1e9 }] }] }]],
])('%s is no headset', (_story, collections) => {
  expect(layoutOf(collections)).toBeNull();
});

test('the headset that is worn goes first, then the one with more buttons', () => {
  const jabra = { productName: 'Jabra Evolve2 65', vendorId: 0x0b0e, productId: 0x0e2b, layout: layout(jabraLike) };
  const poly = { productName: '', vendorId: 0x047f, productId: 0xc056, layout: layout(pushesOnly) };
  const { hook: _hook, drop: _drop, ...only } = poly.layout.buttons;
  const muteOnly = { ...poly, layout: { ...poly.layout, buttons: only } };
  expect(preferred([poly, jabra], ['Default - Jabra Evolve2 65 Mono'])).toBe(jabra);
  expect(preferred([jabra, poly], ['Blackwire 3220 (047f:c056)', ''])).toBe(poly);
  expect(preferred([muteOnly, jabra], [])).toBe(jabra);
  expect(preferred([], ['any'])).toBeNull();
});

const anItem = fc.record({
  isAbsolute: fc.boolean(),
  isArray: fc.boolean(),
  isRange: fc.boolean(),
  usages: fc.array(fc.constantFrom(...Object.values(buttonUsages), 0x0b_0097, 0x08_0018), { maxLength: 4 }),
  usageMinimum: fc.constantFrom(0x0b_0020, 0x0b_0026),
  usageMaximum: fc.constantFrom(0x0b_0026, 0x0b_0030),
  reportSize: fc.nat({ max: 40 }),
  reportCount: fc.nat({ max: 20 }),
  logicalMinimum: fc.integer({ min: -2, max: 2 }),
}) satisfies fc.Arbitrary<DeclaredItem>;
const reports = fc.array(fc.record({ reportId: fc.nat({ max: 3 }), items: fc.array(anItem, { maxLength: 6 }) }));
const aCollection: fc.Arbitrary<DeclaredCollection> = fc.record({
  usagePage: fc.constantFrom(0x0b, 0x0c),
  children: fc.constant([]),
  inputReports: reports,
  outputReports: reports,
});

test('law: whatever a device declares and whatever it sends, it is read without a fault and within its report', () => {
  const sent = fc.record({ reportId: fc.nat({ max: 3 }), bytes: fc.uint8Array({ maxLength: 120 }) });
  fc.assert(
    fc.property(fc.array(aCollection, { maxLength: 3 }), sent, (collections, report) => {
      const found = layoutOf(collections);
      if (found === null) return;
      for (const { reportId, offset, size, fields } of Object.values(found.buttons))
        expect(offset + size * fields).toBeLessThanOrEqual(found.inputBits.get(reportId) ?? 0);
      const read = readReport(found, {}, report);
      if (read.status === 'read') expect(readReport(found, read.standing, report)).toMatchObject({ presses: [] });
      for (const { reportId, bytes: told } of lightReports(found, { ring: true, offHook: true, mute: true }))
        expect(told.length * 8).toBeGreaterThanOrEqual(found.outputBits.get(reportId) ?? 0);
    }),
  );
});

test('law: a button is found wherever other fields push it', () => {
  const before = fc.array(fc.record({ size: fc.integer({ min: 1, max: 9 }), count: fc.nat({ max: 5 }) }), {
    maxLength: 6,
  });
  const buttons = fc.constantFrom(...(Object.keys(buttonUsages) as Button[]).filter((button) => button !== 'flash'));
  fc.assert(
    fc.property(before, buttons, (fields, button) => {
      const padding = fields.map(({ size, count }) => ({ usages: [], reportSize: size, reportCount: count }));
      const wanted: DeclaredItem = { usages: [0x0b_0099, buttonUsages[button]], reportSize: 1, reportCount: 2 };
      const items = [...padding, wanted, { usages: [], reportSize: 1, reportCount: 3 }];
      const found = layout([{ usagePage: 0x0b, inputReports: [{ reportId: 3, items }] }]);
      const at = fields.reduce((sum, { size, count }) => sum + size * count, 1);
      const report = new Uint8Array(Math.ceil((at + 4) / 8));
      report[Math.floor(at / 8)] = 1 << (at % 8);
      expect(found.buttons[button]?.offset).toBe(at);
      expect(readReport(found, {}, { reportId: 3, bytes: report })).toMatchObject({ standing: { [button]: true } });
    }),
  );
});
