import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { packLog } from './pack-log.ts';
import { type SaveLogDeps, saveLog } from './save-log.ts';

const secrets = [
  'Call from +62 812 5550 142',
  'sent Bearer abc.def.ghi',
  'sdp v=0\\r\\no=- 1 2 IN IP4 127.0.0.1',
  'token=4f8a9c',
  'a=candidate:1 1 udp 2113937151 192.168.1.7 50000 typ host',
  'for sari@nusa.example',
];

function unpack(zip: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test('the log is packed with the settings and a summary, and without numbers, tokens or session descriptions', () => {
  const logs = [{ name: 'ringdesk.log', text: [...secrets, 'Connection: up'].join('\n') }];
  const settings = {
    relayUrl: 'calls.nusa.example',
    microphone: { deviceId: 'a'.repeat(64), label: 'Headset' },
    sessionToken: 'x',
    ringtoneVolume: 0.7,
  };
  const files = unpack(packLog({ summary: 'Ringdesk: 0.1.0\n', settings, logs }));
  expect(Object.keys(files)).toEqual(['summary.txt', 'settings.json', 'logs/ringdesk.log']);
  expect(files['summary.txt']).toBe('Ringdesk: 0.1.0\n');
  expect(files['logs/ringdesk.log']).toMatch(/\nConnection: up$/);
  expect(JSON.parse(files['settings.json'] ?? '')).toMatchObject({ sessionToken: '[secret]', ringtoneVolume: 0.7 });
  expect(Object.values(files).join('\n')).not.toMatch(/5550|abc\.def|IP4|4f8a9c|192\.168|sari|aaaa/);
});

function asking(filePath: string): SaveLogDeps & { asked: unknown[] } {
  const folder = mkdtempSync(join(tmpdir(), 'ringdesk-log-'));
  writeFileSync(join(folder, 'ringdesk.log'), 'start');
  writeFileSync(join(folder, 'session.bin'), 'sealed');
  const asked: unknown[] = [];
  const showSaveDialog = async (...options: unknown[]) => {
    asked.push(...options);
    return { canceled: filePath === '', filePath };
  };
  return {
    asked,
    dialog: { showSaveDialog },
    folder,
    documents: '/home/sari',
    summary: () => '',
    settings: () => ({}),
    now: () => 0,
  };
}

test('the person says where it goes; only the files of the log are taken', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'ringdesk-saved-')), 'log.zip');
  const deps = asking(file);
  expect(await saveLog(deps)).toBe('saved');
  expect(deps.asked).toMatchObject([{ defaultPath: '/home/sari/ringdesk-log-1970-01-01.zip' }]);
  expect(Object.keys(unpack(readFileSync(file)))).toEqual(['summary.txt', 'settings.json', 'logs/ringdesk.log']);
});

test('nothing is written when the person changes their mind, and a full or closed folder is said', async () => {
  expect(await saveLog(asking(''))).toBe('cancelled');
  await expect(saveLog(asking('/nowhere/at/all.zip'))).rejects.toMatchObject({ problem: { code: 'log.notSaved' } });
});
