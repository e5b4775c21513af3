import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aLiveCall, aRecord, aRing } from '../../src/desk/testing/samples.ts';
import { createSmallDesk, type SmallDesk } from './small-desk.ts';
import { createSmallRelay, type SmallRelay } from './small-relay.ts';

vi.setConfig({ testTimeout: 60_000 });

const callId = 'wacid.1';
const now = () => ({ now: Date.now() });
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 10 });

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

const online = () => eventually(() => expect(small.view().connection.status).toBe('online'));
const offline = () => eventually(() => expect(small.view().connection.status).toBe('offline'));

async function signIn(): Promise<void> {
  await small.desk.command({ kind: 'signIn', email: 'budi@example.com', password: 'right' });
  await online();
}

async function ring(id = callId): Promise<void> {
  relay.say('ring', aRing(id, { ...now(), from: Date.now(), until: Date.now() + 25_000 }));
  await eventually(() => expect(small.view().ring?.callId).toBe(id));
}

async function onCall(): Promise<void> {
  await ring();
  await small.desk.command({ kind: 'answer', callId });
  await eventually(() => expect(small.view().call?.phase).toBe('connecting'));
  relay.say('call', aLiveCall(callId, { phase: 'onCall', startedAt: Date.now(), ...now() }));
  await eventually(() => expect(small.view().call?.phase).toBe('onCall'));
}

describe('a day at the desk', () => {
  it('signs in, takes a call to its end and signs out', async () => {
    await signIn();
    expect(small.view().session).toMatchObject({ status: 'signedIn', agent: { name: 'Budi' } });
    await onCall();
    expect(relay.all('answer')).toEqual([{ callId, ringId: `ring-${callId}`, sdp: `answer to offer of ${callId}` }]);
    expect(small.voiceDid()).toEqual(['prepare wacid.1', 'ringtone', 'ringtone', 'answer wacid.1', 'attach wacid.1']);

    small.say({ kind: 'connected', callId });
    await eventually(() => expect(relay.all('media.connected')).toEqual([{ callId }]));
    await small.desk.command({ kind: 'signOut' });
    expect(small.view()).toMatchObject({ session: { status: 'signedIn' }, problem: { code: 'session.inCall' } });

    await small.desk.command({ kind: 'end', callId });
    await eventually(() => expect(relay.all('end')).toEqual([{ callId }]));
    relay.say('call.over', aRecord());
    await eventually(() => expect(small.view()).toMatchObject({ call: null, over: { sentence: 'Ended after 4:12.' } }));
    expect(small.records).toHaveLength(1);
    expect(small.voiceDid().at(-1)).toBe('close wacid.1');

    await small.desk.command({ kind: 'signOut' });
    expect(small.view()).toMatchObject({
      session: { status: 'signedOut', problem: null },
      connection: { status: 'idle' },
    });
    await eventually(() => expect(small.savedToken()).toBeNull());
    expect(relay.heard.at(-1)?.name).toBe('DELETE /api/session');
  });

  it('says why a sign-in failed', async () => {
    await small.desk.command({ kind: 'signIn', email: 'budi@example.com', password: 'wrong' });
    expect(small.view().session).toMatchObject({ status: 'signedOut', problem: { code: 'session.wrong' } });
    await small.desk.command({ kind: 'signIn', email: 'budi', password: 'right' });
    expect(small.view().session).toMatchObject({ problem: { code: 'session.incomplete' } });
    await small.desk.command({ kind: 'signIn', email: 'budi@example.com', password: 'right', relayUrl: 'ftp://x' });
    expect(small.view().session).toMatchObject({ problem: { code: 'relay.address' } });
    await relay.goAway();
    await small.desk.command({ kind: 'signIn', email: 'budi@example.com', password: 'right' });
    expect(small.view().session).toMatchObject({ problem: { code: 'relay.unreachable' } });
  });

  it('signs in where a wrong password was refused, not where it signed in before', async () => {
    await small.desk.stop();
    small = createSmallDesk('http://127.0.0.1:9');
    const signIn = { kind: 'signIn', email: 'budi@example.com' } as const;
    await small.desk.command({ ...signIn, password: 'wrong', relayUrl: relay.url() });
    expect(small.view()).toMatchObject({ relayUrl: relay.url(), session: { problem: { code: 'session.wrong' } } });
    await small.desk.command({ ...signIn, password: 'right' });
    await online();
    expect(small.settings().relayUrl).toBe(relay.url());
  });

  it('tells what the agent is available for, and keeps it only until the relay has heard it', async () => {
    await signIn();
    const choice = { kind: 'break' } as const;
    relay.deaf.add('availability');
    await small.desk.command({ kind: 'setAvailability', availability: choice });
    await eventually(() => expect(relay.all('availability')).toEqual([{ choice, now: expect.any(Number) }]));
    expect(small.settings().untoldAvailability).toEqual(choice);
    relay.deaf.clear();
    await small.desk.command({ kind: 'setAvailability', availability: choice });
    await eventually(() => expect(small.settings().untoldAvailability).toBeNull());
  });

  it('ends what has a time without a word of the relay', async () => {
    await signIn();
    const now = Date.now();
    relay.say('availability', { now, availability: { kind: 'doNotDisturb', until: now + 200 }, awayReasons: [] });
    await eventually(() => expect(small.view().availability.kind).toBe('doNotDisturb'));
    await eventually(() => expect(small.view().availability).toEqual({ kind: 'available' }));
  });

  it('comes back signed in after a restart', async () => {
    await signIn();
    const saved = small.savedToken();
    await small.desk.stop();

    small = createSmallDesk(relay.url(), saved);
    await small.desk.start();
    await online();
    expect(small.view().session.status).toBe('signedIn');
    expect(await small.desk.listCalls({ limit: 20 })).toEqual({ calls: [], more: false });
    expect(relay.heard.at(-1)?.name).toBe('GET /api/calls?limit=20');
  });

  it('asks to sign in again when the token is refused', async () => {
    small = createSmallDesk(relay.url(), { relayUrl: relay.url(), token: 'old' });
    await small.desk.start();
    await eventually(() => expect(small.view().session).toMatchObject({ problem: { code: 'session.expired' } }));
    await eventually(() => expect(small.savedToken()).toBeNull());
  });
});

describe('when the relay goes away', () => {
  it('delivers a hang-up once, on return', async () => {
    await signIn();
    await onCall();
    await relay.goAway();
    await offline();
    await small.desk.command({ kind: 'end', callId });
    expect(small.view().call).toMatchObject({ phase: 'ending', problem: { code: 'relay.lostWhileEnding' } });
    expect(small.voiceDid().at(-1)).toBe('close wacid.1');

    relay.isTrue({ call: aLiveCall(callId, { phase: 'onCall', ...now() }) });
    await relay.comeBack();
    await eventually(() => expect(relay.all('end')).toEqual([{ callId }]));
    relay.isTrue({});
    relay.throwOut();
    await offline();
    await online();
    expect(small.view().call).toBeNull();
    expect(relay.all('end')).toHaveLength(1);
  });

  it('keeps the audio of a live call', async () => {
    await signIn();
    await onCall();
    const before = small.voiceDid();
    await relay.goAway();
    await offline();
    expect(small.view().call).toMatchObject({ phase: 'onCall', problem: { code: 'relay.lostInCall' } });
    relay.isTrue({ call: aLiveCall(callId, { phase: 'onCall', ...now() }) });
    await relay.comeBack();
    await online();
    expect(small.voiceDid()).toEqual(before);
    expect(small.view().call).toMatchObject({ phase: 'onCall', problem: null });
  });

  it('learns of a call that ended meanwhile, and asks only for what is new', async () => {
    await signIn();
    await onCall();
    await relay.goAway();
    await offline();
    relay.isTrue({ ended: [aRecord()] });
    await relay.comeBack();
    await eventually(() => expect(small.view()).toMatchObject({ call: null, over: { sentence: 'Ended after 4:12.' } }));
    relay.throwOut();
    await offline();
    await online();
    expect(relay.all('hello').at(-1)).toEqual({ since: aRecord().endedAt });
  });

  it('drops a ring that is gone and takes up a new one', async () => {
    await signIn();
    await ring();
    await relay.goAway();
    await offline();
    relay.isTrue({ ring: aRing('wacid.2', { ...now(), until: Date.now() + 25_000 }) });
    await relay.comeBack();
    await eventually(() => expect(small.view().ring?.callId).toBe('wacid.2'));
    expect(small.voiceDid()).toEqual(expect.arrayContaining(['close wacid.1', 'prepare wacid.2']));
  });

  it('silences a ring that runs out meanwhile', async () => {
    await signIn();
    relay.say('ring', aRing(callId, { ...now(), from: Date.now(), until: Date.now() + 300 }));
    await eventually(() => expect(small.view().ring).not.toBeNull());
    await relay.goAway();
    await eventually(() =>
      expect(small.view()).toMatchObject({ ring: null, over: { sentence: 'The call rang out.' } }),
    );
    expect(small.voiceDid().at(-1)).toBe('close wacid.1');
  });

  it('sends an answer again that nobody heard', async () => {
    await signIn();
    relay.deaf.add('answer');
    await ring();
    await small.desk.command({ kind: 'answer', callId });
    await eventually(() => expect(relay.all('answer')).toHaveLength(1));
    relay.deaf.clear();
    relay.isTrue({ ring: aRing(callId, { ...now(), until: Date.now() + 25_000 }) });
    relay.throwOut();
    await eventually(() => expect(small.view().call?.phase).toBe('connecting'));
    expect(relay.all('answer')).toHaveLength(2);
  });
});

describe('a computer that wakes up', () => {
  it('does not believe a connection that says it is open, and keeps the call', async () => {
    await signIn();
    await onCall();
    const before = small.voiceDid();
    relay.isTrue({ call: aLiveCall(callId, { phase: 'onCall', ...now() }) });
    small.desk.reconnect();
    await offline();
    await online();
    expect(relay.all('hello')).toHaveLength(2);
    expect(relay.goodbyes()).toEqual(['transport close']);
    expect(small.voiceDid()).toEqual(before);
    expect(small.view().call).toMatchObject({ phase: 'onCall', problem: null });
  });

  it('does not wait for its turn to try again', async () => {
    await signIn();
    await relay.goAway();
    await offline();
    await relay.comeBack();
    small.desk.reconnect();
    small.desk.reconnect();
    await online();
    expect(relay.all('hello')).toHaveLength(2);
  });

  it('is tried at once when the agent wants it, and says so until it is known', async () => {
    await signIn();
    await relay.goAway();
    await offline();
    await small.desk.command({ kind: 'proveAgain' });
    expect(small.view().connection).toMatchObject({ status: 'offline', trying: true });
    await eventually(() => expect(small.view().connection).toMatchObject({ status: 'offline', trying: false }));
    await relay.comeBack();
    await small.desk.command({ kind: 'proveAgain' });
    await online();
  });

  it('stays out where nobody is signed in', async () => {
    small.desk.reconnect();
    expect(small.view().connection.status).toBe('idle');
    expect(relay.heard).toEqual([]);
  });
});

describe('another desk of the same identity', () => {
  const moved = () => eventually(() => expect(small.view().seat?.status).toBe('moved'));
  const hellos = (times: number) => eventually(() => expect(relay.all('hello')).toHaveLength(times));

  async function putOut(): Promise<void> {
    relay.throwOut();
    await hellos(2);
    await online();
    relay.throwOut();
    await moved();
  }

  it('is left in peace until the agent takes over here', async () => {
    await signIn();
    await ring();
    await putOut();
    expect(small.view()).toMatchObject({
      connection: { status: 'online' },
      seat: { deskName: 'another desk', onCall: false },
      ring: null,
      problem: null,
    });
    await small.desk.command({ kind: 'setAvailability', availability: { kind: 'break' } });
    await eventually(() => expect(small.view().problem?.code).toBe('seat.elsewhere'));
    small.desk.reconnect();
    expect(relay.all('hello')).toHaveLength(2);

    await small.desk.command({ kind: 'takeOver' });
    await eventually(() => expect(small.view().seat?.status).toBe('held'));
    expect(relay.all('hello')).toHaveLength(3);
    expect(relay.all('takeOver')).toEqual([]);
  });

  it('is not seen in a relay that stops twice', async () => {
    await signIn();
    for (const times of [2, 3]) {
      relay.throwOut();
      await relay.goAway();
      await offline();
      await eventually(() => expect(small.view().connection).toMatchObject({ problem: { code: 'relay.unreachable' } }));
      await relay.comeBack();
      await hellos(times);
      await online();
    }
  });

  it('is not seen in a relay that could not give out the seat', async () => {
    relay.deaf.add('hello');
    await small.desk.command({ kind: 'signIn', email: 'budi@example.com', password: 'right' });
    for (const times of [1, 2, 3]) {
      await hellos(times);
      relay.throwOut();
    }
    await hellos(4);
    expect(small.view().seat).toBeNull();
  });
});

describe('a relay that trips over itself', () => {
  const failed = { ok: false as const, problem: { code: 'desk.failed', sentence: 'Please try again.' } };
  const heard = (name: string, times: number) =>
    eventually(() => expect(relay.all(name).length).toBeGreaterThanOrEqual(times));

  it('is told of a hang-up until it has taken it, at a measured pace', async () => {
    await signIn();
    await onCall();
    relay.refuse.set('end', failed);
    await small.desk.command({ kind: 'end', callId });
    await heard('end', 2);
    expect(relay.all('end')).toHaveLength(2);
    expect(small.view()).toMatchObject({ call: { phase: 'ending' }, over: null });
    relay.refuse.clear();
    await heard('end', 3);
    relay.say('call.over', aRecord());
    await eventually(() => expect(small.view().call).toBeNull());
  });

  it('is greeted until it says how things stand', async () => {
    relay.refuse.set('hello', failed);
    await small.desk.command({ kind: 'signIn', email: 'budi@example.com', password: 'right' });
    await heard('hello', 1);
    expect(small.view().connection.status).toBe('connecting');
    relay.refuse.clear();
    await online();
    expect(relay.all('hello')).toHaveLength(2);
  });

  it('gets the answer of a ring again, which is not dropped', async () => {
    await signIn();
    relay.refuse.set('answer', failed);
    await ring();
    await small.desk.command({ kind: 'answer', callId });
    await heard('answer', 1);
    expect(small.view().ring).toMatchObject({ callId, answering: true });
    relay.refuse.clear();
    await eventually(() => expect(small.view().call?.phase).toBe('connecting'));
    expect(relay.all('answer')).toHaveLength(2);
  });
});

describe('a relay that talks nonsense', () => {
  it('is not believed, and the log says so without the content', async () => {
    await signIn();
    relay.sayAnything('ring', { ringId: 7, offer: 'secret' });
    relay.sayAnything('call', null);
    relay.sayAnything('call.over', 'over');
    await ring('wacid.2');
    expect(small.view()).toMatchObject({ call: null, historyRevision: 0 });
    const dropped = small.logged.filter((line) => line.includes('message.unreadable'));
    expect(dropped).toHaveLength(3);
    expect(small.logged.join()).not.toContain('secret');
    expect(small.logged.join()).not.toContain('token-1');
  });

  it("passes on the relay's reason when a command is refused", async () => {
    await signIn();
    relay.refuse.set('answer', { ok: false, problem: { code: 'call.taken', sentence: 'Sari was faster.' } });
    await ring();
    await small.desk.command({ kind: 'answer', callId });
    await eventually(() => expect(small.view()).toMatchObject({ ring: null, over: { sentence: 'Sari was faster.' } }));
  });
});
