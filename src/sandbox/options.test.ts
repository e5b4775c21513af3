import { expect, it } from 'vitest';
import { readEnvironment } from './options.ts';

it('starts without any setting', () => {
  expect(readEnvironment({})).toMatchObject({ status: 'read', options: { port: 4760 } });
});

it('names the setting that is wrong in one line', () => {
  const read = readEnvironment({ SANDBOX_WEBHOOK_URL: 'nowhere' });
  expect(read.status === 'refused' && read.line).toMatch(/^SANDBOX_WEBHOOK_URL: /);
  expect(readEnvironment({ SANDBOX_PORT: 'many' })).toMatchObject({ status: 'refused' });
});
