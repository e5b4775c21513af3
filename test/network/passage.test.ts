import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aRing } from '../../src/desk/testing/samples.ts';
import { createSmallDesk, type SmallDesk } from '../desk/small-desk.ts';
import { createSmallRelay, type SmallRelay } from '../desk/small-relay.ts';
import { startBreakingGateway, type Upgrades } from '../support/breaking-gateway.ts';

vi.setConfig({ testTimeout: 60_000 });
const eventually = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 25_000, interval: 10 });

let relay: SmallRelay;
let gateway: Awaited<ReturnType<typeof startBreakingGateway>>;
let small: SmallDesk;

beforeEach(async () => {
  relay = await createSmallRelay();
});
afterEach(async () => {
  await small.desk.stop();
  await gateway.close();
  await relay.goAway();
});

async function signIn(upgrades: Upgrades): Promise<void> {
  gateway = await startBreakingGateway(relay.url(), upgrades);
  small = createSmallDesk(gateway.url);
  await small.desk.command({ kind: 'signIn', email: 'budi@example.com', password: 'right' });
  await eventually(() => expect(small.view().connection.status).toBe('online'));
}

const transport = async () => (await small.desk.measureRelay())?.transport;

test.each<Upgrades>(['refused', 'swallowed'])(
  'where WebSockets are %s, polling carries the desk, and that is said',
  async (upgrades) => {
    await signIn(upgrades);
    expect(gateway.tried()).toBeGreaterThan(0);
    expect(await transport()).toBe('polling');
    expect(small.view().network.slow).toBe(true);
    relay.say('ring', aRing('wacid.1', { now: Date.now(), from: Date.now(), until: Date.now() + 25_000 }));
    await eventually(() => expect(small.view().ring?.callId).toBe('wacid.1'));
    await small.desk.command({ kind: 'decline', callId: 'wacid.1' });
    await eventually(() => expect(relay.all('decline')).toHaveLength(1));
  },
);

test('a network that lets WebSockets through is met with one, and never with polling', async () => {
  await signIn('passes');
  expect(await transport()).toBe('websocket');
  expect(small.view().network.slow).toBe(false);
  expect(relay.heard.some(({ name }) => name.includes('transport=polling'))).toBe(false);
});

test('as soon as a WebSocket passes the desk goes over to it, but not while a call rings', async () => {
  await signIn('refused');
  relay.say('ring', aRing('wacid.1', { now: Date.now(), from: Date.now(), until: Date.now() + 25_000 }));
  await eventually(() => expect(small.view().ring).not.toBeNull());
  gateway.upgrades('passes');
  const tried = gateway.tried();
  small.say({ kind: 'networkChanged' });
  await eventually(() => expect(gateway.tried()).toBe(tried + 1));
  expect(await transport()).toBe('polling');
  relay.say('ring.over', {
    ringId: 'ring-wacid.1',
    callId: 'wacid.1',
    reason: 'callerGaveUp',
    colleague: null,
    goesOn: null,
  });
  await eventually(async () => expect(await transport()).toBe('websocket'));
  await eventually(() =>
    expect(small.view()).toMatchObject({ network: { slow: false }, connection: { status: 'online' } }),
  );
});

test('a desk that leaves in the middle of a question does not ask on', async () => {
  await signIn('refused');
  relay.say('ring', aRing('wacid.1', { now: Date.now(), from: Date.now(), until: Date.now() + 25_000 }));
  await eventually(() => expect(small.view().ring).not.toBeNull());
  relay.deaf.add('decline');
  await small.desk.command({ kind: 'decline', callId: 'wacid.1' });
  await small.desk.stop();
  await eventually(() => expect(relay.goodbyes()).toHaveLength(1));
});
