import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aRing } from '../../src/desk/testing/samples.ts';
import { createSmallDesk, type SmallDesk } from './small-desk.ts';
import { createSmallRelay, type SmallRelay } from './small-relay.ts';

vi.setConfig({ testTimeout: 60_000 });

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 10 });
const proofs = () => relay.all('proof');
const found = (change: object) => ({ awake: true, voice: true, microphone: 'ok', output: true, ...change });

let relay: SmallRelay;
let small: SmallDesk;

beforeEach(async () => {
  relay = await createSmallRelay();
  small = createSmallDesk(relay.url());
});
afterEach(async () => {
  await small.desk.stop();
  await relay.goAway();
});

async function signIn(): Promise<void> {
  await small.desk.command({ kind: 'signIn', email: 'budi@example.com', password: 'right' });
  await eventually(() => expect(proofs()).toHaveLength(1));
}

it('proves itself when it gets its seat, and is ready only then', async () => {
  expect(small.view().readiness).toEqual({ status: 'checking' });
  await signIn();
  expect(proofs()).toEqual([found({})]);
  expect(small.listened()).toEqual([true]);
  await eventually(() =>
    expect(small.view().readiness).toMatchObject({ status: 'ready', heardAt: expect.any(Number) }),
  );
});

it('listens again when a device came or went, and says what is wrong until it is not', async () => {
  await signIn();
  small.finds({ microphone: 'silent' });
  small.say({
    kind: 'devices',
    microphones: [],
    speakers: [],
    microphone: 'usb',
    speaker: 'default',
    ringtone: 'default',
  });
  await eventually(() => expect(proofs()).toHaveLength(2));
  expect(proofs()[1]).toEqual(found({ microphone: 'silent' }));
  await eventually(() => expect(small.view().readiness).toMatchObject({ status: 'notReady', why: 'microphoneSilent' }));

  small.finds({ microphone: 'ok' });
  await small.desk.command({ kind: 'proveAgain' });
  await eventually(() => expect(small.view().readiness.status).toBe('ready'));
  expect(small.listened()).toEqual([true, true, true]);
});

it('listens as soon as a ring that was in the way is over', async () => {
  await signIn();
  relay.say('ring', aRing('wacid.1', { until: Date.now() + 60_000, now: Date.now() }));
  small.finds({ held: true });
  small.desk.prove();
  await eventually(() => expect(small.listened()).toEqual([true, true]));
  small.finds({ held: false });
  relay.say('ring.over', {
    ringId: 'ring-wacid.1',
    callId: 'wacid.1',
    reason: 'callerGaveUp',
    colleague: null,
    goesOn: null,
  });
  await eventually(() => expect(small.listened()).toEqual([true, true, true]));
  relay.say('ring', aRing('wacid.2', { until: Date.now() + 60_000, now: Date.now() }));
  await eventually(() => expect(small.view().ring?.callId).toBe('wacid.2'));
  relay.say('ring.over', {
    ringId: 'ring-wacid.2',
    callId: 'wacid.2',
    reason: 'callerGaveUp',
    colleague: null,
    goesOn: null,
  });
  await eventually(() => expect(small.view().ring).toBeNull());
  expect(small.listened()).toEqual([true, true, true]);
});

it('tells the relay that it goes to sleep, and makes the connection anew when it wakes', async () => {
  await signIn();
  small.desk.setAwake(false);
  await eventually(() => expect(proofs().at(-1)).toEqual(found({ awake: false })));
  await eventually(() => expect(small.view().readiness).toMatchObject({ status: 'notReady', why: 'asleep' }));
  small.desk.setAwake(true);
  await eventually(() => expect(relay.all('hello')).toHaveLength(2));
  await eventually(() => expect(small.view().readiness.status).toBe('ready'));
  expect(small.listened().at(-1)).toBe(true);
});

it('does not believe a connection that says it is open and gives no answer', async () => {
  await signIn();
  relay.deaf.add('proof');
  small.say({ kind: 'networkChanged' });
  await eventually(() => expect(relay.all('hello')).toHaveLength(2));
});

it('finds a voice page that says nothing', async () => {
  await signIn();
  small.finds({ silent: true });
  small.desk.prove();
  await eventually(() => expect(proofs().at(-1)).toMatchObject({ voice: false }));
  await eventually(() => expect(small.view().readiness).toMatchObject({ status: 'notReady', why: 'voiceGone' }));
});

it('has it started again when the agent asks, and proves itself as soon as it is up', async () => {
  await signIn();
  small.finds({ silent: true });
  small.desk.prove();
  await eventually(() => expect(small.view().readiness).toMatchObject({ status: 'notReady', why: 'voiceGone' }));
  expect(small.restarts).toEqual([]);
  small.setClock(10_000);
  await small.desk.command({ kind: 'proveAgain' });
  expect(small.restarts).toEqual([{ asked: true }]);
  small.finds({ silent: false });
  small.say({ kind: 'started' });
  await eventually(() => expect(small.view().readiness.status).toBe('ready'));
});
