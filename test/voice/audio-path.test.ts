import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { Browser } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { IceSetup } from '../../src/contract/desk/ice.ts';
import type { VoiceEvent } from '../../src/contract/window/voice.ts';
import { iceFor } from '../../src/relay/audio/ice.ts';
import { type BuiltPage, servePage } from '../support/built-page.ts';
import { createAuthority } from '../support/certificate-authority.ts';
import { startTurnServer } from '../support/turn-server.ts';
import { createCustomer } from './customer.ts';
import { launchChromium, openVoicePage, type VoicePage } from './voice-page.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let site: BuiltPage;
let browser: Browser;
let voice: VoicePage;
let turn: Awaited<ReturnType<typeof startTurnServer>>;
let silent: ReturnType<typeof createSocket>;

beforeAll(async () => {
  site = await servePage('voice.html');
  // The authority that vouches for the TURN server is a test's own.
  browser = await launchChromium(true, ['--ignore-certificate-errors']);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  turn = await startTurnServer('north', createAuthority('Nusa').vouchFor());
  silent = createSocket('udp4').bind(0, '127.0.0.1');
  await once(silent, 'listening');
  voice = await openVoicePage(browser, site.url);
  await heard('started');
});
afterEach(async () => {
  await voice.close();
  silent.close();
  await turn.close();
});

function heard<Kind extends VoiceEvent['kind']>(kind: Kind) {
  const is = (one: VoiceEvent): one is Extract<VoiceEvent, { kind: Kind }> => one.kind === kind;
  return vi.waitFor(
    async () => {
      const found = (await voice.events()).filter(is).at(-1);
      if (found === undefined) throw new Error(`no ${kind} yet`);
      return found;
    },
    { timeout: 30_000, interval: 50 },
  );
}

const nobody = () => `stun:127.0.0.1:${silent.address().port}`;

/** What the relay tells a desk that has these servers. */
function told(urls: string[], { secret = 'north', only = false } = {}): IceSetup {
  const settings = { RINGDESK_ICE_URLS: urls, RINGDESK_TURN_SECRET: secret, RINGDESK_TURN_ONLY: only };
  return iceFor(settings, 'agent-1', Date.now());
}

async function path(ice: IceSetup) {
  await voice.send({ kind: 'useIce', ice });
  await voice.send({ kind: 'testAudioPath' });
  return (await heard('audioPath')).path;
}

test('without a server to ask the way is not known', async () => {
  expect(await path(told([]))).toEqual({ verdict: 'unknown' });
});

test('a STUN server that answers proves the direct way', async () => {
  expect(await path(told([turn.stun]))).toEqual({ verdict: 'direct' });
});

test('where UDP is swallowed, TURN by TCP is the way, with the credential that the relay made', async () => {
  expect(await path(told([nobody(), turn.turn]))).toEqual({ verdict: 'relayed', protocol: 'tcp' });
  expect(turn.allocated[0]).toMatch(/^\d{10}:agent-1$/);
});

test('where nobody answers, or the credential is wrong, the way is blocked', async () => {
  expect(await path(told([nobody(), turn.turn], { secret: 'south' }))).toEqual({ verdict: 'blocked' });
  expect(turn.allocated).toEqual([]);
});

test('a call says which way it took, and one that must be relayed asks the TURN server and nobody else', async () => {
  const customer = createCustomer();
  await voice.send({ kind: 'prepare', callId: 'wacid.1', offer: await customer.offer() });
  const { sdp } = await heard('prepared');
  await voice.send({ kind: 'answer', callId: 'wacid.1' });
  await customer.takeAnswer(sdp);
  expect((await heard('route')).route).toEqual({ kind: 'direct', protocol: 'udp' });
  await voice.send({ kind: 'close', callId: 'wacid.1' });
  customer.close();

  const next = createCustomer();
  await voice.send({ kind: 'useIce', ice: told([turn.turn], { only: true }) });
  await voice.send({ kind: 'prepare', callId: 'wacid.2', offer: await next.offer() });
  await voice.send({ kind: 'answer', callId: 'wacid.2' });
  await vi.waitFor(() => expect(turn.allocated.length).toBeGreaterThan(0), { timeout: 15_000 });
  const types = await voice.page.evaluate<string[]>(
    `window.ringdeskVoiceInspector.inspect().getStats().then((stats) =>
      [...stats.values()].filter((one) => one.type === 'local-candidate').map((one) => one.candidateType))`,
  );
  expect(types.filter((type) => type !== 'relay')).toEqual([]);
  next.close();
});

test('both sides hear each other through a TURN server by TLS, where nothing else may be used', async () => {
  const customer = createCustomer();
  await voice.send({ kind: 'useIce', ice: told([turn.turns], { only: true }) });
  await voice.send({ kind: 'prepare', callId: 'wacid.3', offer: await customer.offer() });
  const { sdp } = await heard('prepared');
  await voice.send({ kind: 'answer', callId: 'wacid.3' });
  await customer.takeAnswer(sdp);
  await voice.send({ kind: 'attach', callId: 'wacid.3' });
  expect((await heard('route')).route).toEqual({ kind: 'relayed', protocol: 'tls' });
  await vi.waitFor(() => expect(customer.heard().seconds).toBeGreaterThan(2), { timeout: 30_000 });
  await vi.waitFor(
    async () => {
      const levels = (await voice.events()).filter((one) => one.kind === 'levels');
      expect(levels.filter((level) => level.heard > 0.1).length).toBeGreaterThan(20);
    },
    { timeout: 30_000 },
  );
  expect(turn.passed.packetsToPeers).toBeGreaterThan(50);
  expect(turn.passed.packetsFromPeers).toBeGreaterThan(50);
  customer.close();
});
