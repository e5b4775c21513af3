import { expect, test } from 'vitest';
import { iceSetupSchema } from '../../contract/desk/ice.ts';
import { iceFor } from './ice.ts';

const none = { RINGDESK_ICE_URLS: [], RINGDESK_TURN_ONLY: false };
const urls = [
  'stun:turn.nusa.example:3478',
  'turn:turn.nusa.example:3478?transport=udp',
  'turns:turn.nusa.example:443?transport=tcp',
];

test('without servers desks are told of none, and nobody is cut off by wanting only them', () => {
  expect(iceFor({ ...none, RINGDESK_TURN_ONLY: true }, 'agent-1', 0)).toEqual({ servers: [], relayOnly: false });
});

test('a shared secret makes a credential for one agent that runs out in twelve hours', () => {
  const ice = iceFor({ ...none, RINGDESK_ICE_URLS: urls, RINGDESK_TURN_SECRET: 'north' }, 'agent-1', 1_700_000_000_000);
  expect(ice.servers).toEqual([
    { urls: ['stun:turn.nusa.example:3478'] },
    // By openssl: printf '1700043200:agent-1' | openssl dgst -sha1 -hmac north -binary | base64
    { urls: urls.slice(1), username: '1700043200:agent-1', credential: '5DvvwD2r3TPWmw7xSwKATFgl894=' },
  ]);
  expect(iceSetupSchema.parse(ice)).toEqual(ice);
  expect(JSON.stringify(ice)).not.toContain('north');
});

test('a fixed name and password are passed on to TURN servers only', () => {
  const fixed = {
    ...none,
    RINGDESK_ICE_URLS: urls,
    RINGDESK_TURN_USERNAME: 'ringdesk',
    RINGDESK_TURN_PASSWORD: 'word',
  };
  const [stun, turn] = iceFor({ ...fixed, RINGDESK_TURN_ONLY: true }, 'agent-1', 0).servers;
  expect(stun).toEqual({ urls: ['stun:turn.nusa.example:3478'] });
  expect(turn).toMatchObject({ username: 'ringdesk', credential: 'word' });
});
