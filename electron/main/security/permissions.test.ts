import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jabraLike, keyboard } from '../../../src/domain/headset/samples.ts';
import { pageAddress } from '../app-scheme/address.ts';
import { decideDevice, decidePermission, type PermissionAsked } from './permissions.ts';

const voice: PermissionAsked = {
  permission: 'media',
  page: 'voice',
  address: pageAddress('voice'),
  isMainFrame: true,
  media: ['audio'],
};
const softphone = { ...voice, page: 'softphone', address: pageAddress('softphone') } as const;

test.each<[string, PermissionAsked, boolean]>([
  ['the voice page hears', voice, true],
  ['the voice page is asked about, with no device named', { ...voice, media: ['unknown'] }, true],
  ['the voice page chooses a speaker', { ...voice, permission: 'speaker-selection', media: [] }, true],
  ['the voice page does not see', { ...voice, media: ['video'] }, false],
  ['the voice page does not hear and see', { ...voice, media: ['audio', 'video'] }, false],
  ['a frame within the voice page does not hear', { ...voice, isMainFrame: false }, false],
  ['the voice window on another address does not hear', { ...voice, address: 'https://evil.example/' }, false],
  ['the voice window on the softphone page does not hear', { ...voice, address: softphone.address }, false],
  ['the softphone does not hear', softphone, false],
  ['the softphone copies a number', { ...softphone, permission: 'clipboard-sanitized-write', media: [] }, true],
  ['the softphone does not read the clipboard', { ...softphone, permission: 'clipboard-read', media: [] }, false],
  ['the softphone makes no notifications', { ...softphone, permission: 'notifications', media: [] }, false],
  ['the voice page has headsets', { ...voice, permission: 'hid', media: [] }, true],
  ['the softphone has none', { ...softphone, permission: 'hid', media: [] }, false],
  ['nobody hears', { ...voice, page: null }, false],
])('%s', (_story, asked, granted) => {
  expect(decidePermission(asked).granted).toBe(granted);
});

test.each([
  ['the voice page gets a headset', 'hid', pageAddress('voice'), jabraLike, true],
  ['and one of which nothing is told here', 'hid', pageAddress('voice'), [], true],
  ['but no keyboard', 'hid', pageAddress('voice'), keyboard, false],
  ['the softphone gets no headset', 'hid', pageAddress('softphone'), jabraLike, false],
  ['nor does anybody else', 'hid', 'https://evil.example/', jabraLike, false],
  ['nobody gets a serial port', 'serial', pageAddress('voice'), [], false],
])('%s', (_story, deviceType, origin, collections, granted) => {
  expect(decideDevice({ deviceType, origin, collections })).toBe(granted);
});

test('law: only what is on the list is ever granted', () => {
  const listed = ['media', 'speaker-selection', 'hid', 'clipboard-sanitized-write'];
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('voice', 'softphone', null), (permission, page) => {
      const address = page === null ? pageAddress('voice') : pageAddress(page);
      const answer = decidePermission({ permission, page, address, isMainFrame: true, media: ['audio'] });
      expect(answer.granted && !listed.includes(permission)).toBe(false);
    }),
  );
});
