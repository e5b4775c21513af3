import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getCurrentFuseWire } from '@electron/fuses';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { findElectronDist } from './electron-dist.ts';
import { explainFailure } from './explain.ts';
import { makeHollowElectron } from './hollow-electron.ts';
import { installersOf } from './targets.ts';

const project = resolve(import.meta.dirname, '../..');
const text = readFileSync(join(project, 'electron-builder.yml'), 'utf8');
const configuration: unknown = parse(text);
const require = createRequire(import.meta.url);

test('electron-builder understands its configuration', () => {
  const schema = JSON.parse(readFileSync(require.resolve('app-builder-lib/scheme.json'), 'utf8'));
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  validate(configuration);
  expect(validate.errors).toBe(null);
});

test('every file that it names is there', () => {
  const named = [...text.matchAll(/(?<=[\s'[])(?:resources|build)\/[\w./-]+\.(?:png|ico|plist)/g)].map(
    ([path]) => path,
  );
  expect(named.length).toBeGreaterThan(4);
  for (const path of named) expect(existsSync(join(project, path)), path).toBe(true);
  expect(existsSync(join(project, 'resources/icons/512.png'))).toBe(true);
});

test('better-sqlite3 has its binary where the package looks for it, on every platform', () => {
  const prebuilds = join(project, 'node_modules/better-sqlite3/prebuilds');
  for (const platform of ['linux', 'darwin', 'win32']) {
    for (const arch of ['x64', 'arm64']) expect(existsSync(join(prebuilds, `${platform}-${arch}.node`))).toBe(true);
  }
});

test('what ties versions together is fixed for ever', () => {
  expect(configuration).toMatchObject({
    appId: 'com.ringdesk.desktop',
    productName: 'Ringdesk',
    msi: { upgradeCode: '6B1D7E0C-3C0B-4C6E-9F63-0B5C2E4A9D17', perMachine: true },
  });
});

test('no fuse leaves a door open', () => {
  const { electronFuses } = z.object({ electronFuses: z.record(z.string(), z.boolean()) }).parse(configuration);
  expect(electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('every platform has its installers', () => {
  const kinds = (platform: string) =>
    new Set(installersOf(configuration, platform).targets.map((one) => one.split(':')[0]));
  expect(kinds('win32')).toEqual(new Set(['nsis', 'msi']));
  expect(kinds('darwin')).toEqual(new Set(['dmg', 'pkg']));
  expect(kinds('linux')).toEqual(new Set(['deb', 'rpm', 'AppImage']));
  expect(() => installersOf(configuration, 'freebsd')).toThrow('There are no installers for freebsd.');
});

test('the hollow Electron has fuses to blow, and refuses to start in one sentence', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringdesk-hollow-'));
  makeHollowElectron(folder, '45.4.1');
  expect(await getCurrentFuseWire(join(folder, 'electron'))).toMatchObject({ version: '1', 0: 0x30, 8: 0x30 });
  expect(readFileSync(join(folder, 'electron'), 'latin1')).toContain('it cannot start.');
});

test('an Electron that is named and not there is said so', () => {
  expect(findElectronDist(project, { ELECTRON_DIST: '/nowhere' })).toEqual({
    status: 'missing',
    sentence: 'ELECTRON_DIST names /nowhere, which is not there.',
  });
  expect(findElectronDist(project, { ELECTRON_DIST: tmpdir() })).toMatchObject({
    status: 'found',
    from: 'ELECTRON_DIST',
  });
});

test.each([
  [
    new Error('getaddrinfo ENOTFOUND github.com'),
    'deb:x64 was not made: a tool for it could not be downloaded from github.com.',
  ],
  [
    new Error('GET https://github.com/x/fpm.7z: status code 403'),
    'deb:x64 was not made: a tool for it could not be downloaded from https://github.com/x/fpm.7z.',
  ],
  [new Error('Please specify author\nand more'), 'deb:x64 was not made: Please specify author'],
])('%s', (error, sentence) => {
  expect(explainFailure(error, 'deb:x64')).toBe(sentence);
});
