import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listeningLog } from '../testing/samples.ts';
import { keepUnreadableJsonAside } from './keep-aside.ts';
import { readSettings } from './schema.ts';
import { fallbackRelayUrl, Settings } from './settings.ts';

const start = (store: Record<string, unknown> = {}, relayUrl: string | null = null) => {
  const file = { store };
  const log = listeningLog();
  const lost: string[] = [];
  const settings = new Settings(file, { relayUrl, log, lost: ({ code }) => void lost.push(code) });
  return { file, log, lost, settings };
};

test('at the first start everything is the default, and the desk gets its id for life', () => {
  const { file, settings } = start();
  expect(settings.get()).toEqual({
    relayUrl: fallbackRelayUrl,
    microphone: null,
    speaker: null,
    ringtoneDevice: null,
    ringtoneVolume: 0.7,
    untoldAvailability: null,
    ice: null,
  });
  const { deskId } = settings;
  expect(settings.deskId).toBe(deskId);
  expect(start(file.store).settings.deskId).toBe(deskId);
});

test('what is changed is there at the next start', () => {
  const { file, settings } = start();
  const headset = { deviceId: 'abc', label: 'Headset' };
  const monitor = { deviceId: 'def', label: 'Monitor' };
  settings.update({ microphone: headset, untoldAvailability: { kind: 'break' }, relayUrl: 'https://desk.example' });
  settings.update({ ringtoneDevice: monitor, ringtoneVolume: 0.2 });
  settings.keepSoftphoneBounds({ x: 1, y: 2, width: 400, height: 680 });
  const next = start(file.store).settings;
  expect(next.get()).toEqual({
    relayUrl: 'https://desk.example',
    microphone: headset,
    speaker: null,
    ringtoneDevice: monitor,
    ringtoneVolume: 0.2,
    untoldAvailability: { kind: 'break' },
    ice: null,
  });
  expect(next.softphoneBounds).toEqual({ x: 1, y: 2, width: 400, height: 680 });
});

test('the relay of this start comes from outside, until the person types another', () => {
  const { settings } = start({ relayUrl: 'https://old.example' }, 'http://127.0.0.1:5000');
  expect(settings.get().relayUrl).toBe('http://127.0.0.1:5000');
  settings.update({ relayUrl: 'https://new.example' });
  expect(settings.get().relayUrl).toBe('https://new.example');
});

test('IT sets servers for the sound, and who helps is not shown how one gets into them', () => {
  const servers = [
    { urls: ['turns:turn.nusa.example:443?transport=tcp'], username: 'desk', credential: 'secret word' },
  ];
  const { settings } = start({ ice: { servers, relayOnly: true } });
  expect(settings.get().ice).toEqual({ servers, relayOnly: true });
  expect(settings.all.ice).toEqual({ servers: [{ urls: servers[0]?.urls }], relayOnly: true });
});

test('who helps is shown where the relay is, not how one gets in', () => {
  const { settings } = start({ relayUrl: 'https://sari:word@calls.nusa.example/in', deskId: 'desk-12345' });
  expect(settings.all).toMatchObject({ relayUrl: 'calls.nusa.example', deskId: 'desk-12345' });
});

test('a field that makes no sense leaves the others alone, and it is said', () => {
  const { settings, log } = start({
    untoldAvailability: 'asleep',
    deskId: 'desk-12345',
    softphone: { x: 'left' },
    ringtoneVolume: 7,
  });
  expect(settings.get().untoldAvailability).toBe(null);
  expect(settings.softphoneBounds).toBe(null);
  expect(settings.get().ringtoneVolume).toBe(0.7);
  expect(settings.deskId).toBe('desk-12345');
  expect(log.lines).toHaveLength(1);
});

test('law: whatever the file holds, there are settings, and reading them again changes nothing', () => {
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      const { settings } = readSettings(stored);
      expect(readSettings(settings)).toEqual({ settings, sound: true });
    }),
  );
});

test('a file that is no JSON is kept aside, a sound one stays', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringdesk-settings-'));
  const file = join(folder, 'settings.json');
  expect(keepUnreadableJsonAside(file, 0)).toBe(null);
  writeFileSync(file, '{"deskId":"desk-12345"}');
  expect(keepUnreadableJsonAside(file, 0)).toBe(null);
  writeFileSync(file, '{"deskId":');
  const aside = keepUnreadableJsonAside(file, 0);
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(folder)).toEqual(['settings.unreadable-1970-01-01T00-00-00-000Z.json']);
  expect(readFileSync(aside ?? '', 'utf8')).toBe('{"deskId":');
});
