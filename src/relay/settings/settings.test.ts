import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from './settings.ts';

const complete = {
  META_APP_SECRET: 's',
  META_VERIFY_TOKEN: 'v',
  META_ACCESS_TOKEN: 't',
  META_WABA_ID: '1',
  META_PHONE_NUMBER_ID: '2',
};
const noFile = join(tmpdir(), 'there-is-no-such-file.json');

const file = (content: string) => {
  const path = join(mkdtempSync(join(tmpdir(), 'ringdesk-settings-')), 'ringdesk.config.json');
  writeFileSync(path, content);
  return path;
};

describe('readSettings', () => {
  it('has a default for everything that is not Meta’s', () => {
    expect(readSettings(complete, noFile)).toMatchObject({
      RINGDESK_HOST: '127.0.0.1',
      RINGDESK_PORT: 4750,
      RINGDESK_RING_SECONDS: 45,
      META_GRAPH_URL: 'https://graph.facebook.com/v25.0',
    });
  });

  it('lets the environment win over the file, and an empty variable count for nothing', () => {
    const config = file(JSON.stringify({ RINGDESK_PORT: 1111, RINGDESK_HOST: 'file' }));
    expect(readSettings({ ...complete, RINGDESK_PORT: '2222', RINGDESK_HOST: '' }, config)).toMatchObject({
      RINGDESK_PORT: 2222,
      RINGDESK_HOST: 'file',
    });
  });

  it('names what is missing, in one line', () => {
    const { META_APP_SECRET: _, ...rest } = complete;
    expect(() => readSettings(rest, noFile)).toThrow(
      new SettingsError('META_APP_SECRET is missing. See docs/relay.md.'),
    );
  });

  it('names what is malformed, and never shows its value', () => {
    const wrong = () => readSettings({ ...complete, META_GRAPH_URL: 'hunter2' }, noFile);
    expect(wrong).toThrow(/^META_GRAPH_URL is not valid: [^\n]*$/);
    expect(wrong).not.toThrow(/hunter2/);
  });

  it('says so when the file is not JSON', () => {
    expect(() => readSettings(complete, file('{'))).toThrow(/is not a JSON object/);
  });
});
