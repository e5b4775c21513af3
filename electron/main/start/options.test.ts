import { expect, test } from 'vitest';
import { readStartOptions } from './options.ts';

test('a login item starts Ringdesk hidden', () => {
  expect(readStartOptions(['ringdesk', '--hidden'], {}).hidden).toBe(true);
  expect(readStartOptions(['ringdesk'], {}).hidden).toBe(false);
});

test('a link is taken from the command line', () => {
  expect(readStartOptions(['ringdesk', 'tel:+6281234567890'], {}).link).toBe('tel:+6281234567890');
  expect(readStartOptions(['ringdesk'], {}).link).toBeNull();
});

test('an empty variable is none', () => {
  expect(readStartOptions([], { RINGDESK_USER_DATA: '', RINGDESK_RELAY_URL: '' })).toMatchObject({
    userData: null,
    relayUrl: null,
  });
});

test('the relay is given without its last slash', () => {
  expect(readStartOptions([], { RINGDESK_RELAY_URL: 'https://desk.example//' }).relayUrl).toBe('https://desk.example');
});
