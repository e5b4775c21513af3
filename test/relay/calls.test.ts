import { describe, expect, it } from 'vitest';
import { aSummary } from '../../src/desk/testing/samples.ts';
import type { SandboxCall } from '../../src/sandbox/client.ts';
import { sharedWorld } from '../support/shared-world.ts';
import { TestDesk } from '../support/test-desk.ts';
import { startWorld } from '../support/world.ts';

const { world, seats, seat } = sharedWorld();
let customers = 0;

async function customerCalls(): Promise<SandboxCall> {
  const { id } = await world.sandbox.addCustomer({
    name: 'Ada Example',
    phone: `4930${1000000 + ++customers}`,
    media: 'none',
  });
  return world.sandbox.placeCall({ customerId: id });
}

const actions = async (call: SandboxCall) => (await call.graphRequests()).map((request) => request.action);

describe('a call that comes in', () => {
  it('rings with who, where and how long, is answered, talked and ended', async () => {
    const desk = await seat('Sari');
    const call = await customerCalls();
    const ring = await desk.next('ring');
    expect(ring).toMatchObject({
      customer: { name: 'Ada Example', country: 'DE' },
      reason: 'you are the only one ready',
      lastContact: null,
    });
    expect(ring.until - ring.now).toBeGreaterThan(40_000);

    await desk.take(ring);
    await call.waitFor('active');
    await desk.ask('end', { callId: ring.callId });
    await call.waitFor('ended');
    const record = await desk.next('call.over');
    expect(record).toMatchObject({ callId: ring.callId, outcome: 'completed', endedBy: 'agent' });
    expect(await actions(call)).toEqual(['pre_accept', 'accept', 'terminate']);

    // Whoever they call next is told who had them last, also by a relay that was started in between.
    const { customerId } = await call.state();
    const again = await world.sandbox.placeCall({ customerId });
    const agentName = expect.stringMatching(/^Sari/);
    expect((await desk.next('ring')).lastContact).toMatchObject({ outcome: 'completed', endedBy: 'agent', agentName });
    await world.relay.kill();
    await world.relay.start(world.graphUrl);
    expect((await desk.next('sync')).ring?.lastContact).toMatchObject({ outcome: 'completed', agentName });
    await again.hangUp();
    await desk.next('call.over');
  });

  it('keeps how it sounded when the desk tells, in the call and after it, and as often as it likes', async () => {
    const desk = await seat('Sari');
    const other = await seat('Dewi');
    const call = await customerCalls();
    const ring = await desk.next('ring');
    await desk.take(ring);
    const told = { callId: ring.callId, summary: aSummary };
    expect(await other.ask('call.quality', told)).toMatchObject({ ok: false, problem: { code: 'call.notYours' } });
    expect(await desk.ask('call.quality', told)).toEqual({ ok: true });
    await call.hangUp();
    expect(await desk.next('call.over')).toMatchObject({ callId: ring.callId, quality: aSummary });
    const later = { ...aSummary, averageMos: 2.2 };
    for (let times = 0; times < 2; times += 1) {
      expect(await desk.ask('call.quality', { ...told, summary: later })).toEqual({ ok: true });
      expect(await desk.next('call.over')).toMatchObject({ callId: ring.callId, outcome: 'completed', quality: later });
    }
    const nobody = { callId: 'nobody', summary: aSummary };
    expect(await desk.ask('call.quality', nobody)).toMatchObject({ ok: false, problem: { code: 'call.unknown' } });
  });

  it('keeps what its agent wrote, the later of two in whatever order they come, and shows it in the record', async () => {
    const desk = await seat('Sari');
    const other = await seat('Dewi');
    const call = await customerCalls();
    const ring = await desk.next('ring');
    await desk.take(ring);
    const { callId } = ring;
    const write = (text: string, version: number) => desk.ask('call.note', { callId, note: { text, version } });
    const foreign = await other.ask('call.note', { callId, note: { text: 'Mine?', version: 9 } });
    expect(foreign).toMatchObject({ ok: false, problem: { code: 'call.notYours' } });
    expect(await write('Two boxes.', 2)).toEqual({ ok: true });
    expect(await write('Two', 1)).toEqual({ ok: true });
    await call.hangUp();
    expect(await desk.next('call.over')).toMatchObject({ callId, note: { text: 'Two boxes.', version: 2 } });
    expect(await write('Two boxes, at the gate.', 3)).toEqual({ ok: true });
    expect(await write('Two boxes.', 2)).toEqual({ ok: true });
    expect(await desk.next('call.over')).toMatchObject({
      callId,
      note: { text: 'Two boxes, at the gate.', version: 3 },
    });
    const much = await write('x'.repeat(4_001), 4);
    expect(much).toMatchObject({ ok: false, problem: { code: 'desk.badInput' } });
    expect(world.relay.log.join()).not.toContain('boxes');
  });

  it('says that it does not know a command, so that a newer desk need not ask again', async () => {
    const desk = await seat('Sari');
    expect(await desk.ask('call.dance' as 'echo', {})).toMatchObject({
      ok: false,
      problem: { code: 'desk.unknownCommand' },
    });
  });

  it('sends accept the identical SDP of pre_accept', async () => {
    const desk = await seat('Sari');
    const call = await customerCalls();
    await desk.take(await desk.next('ring'));
    const [first, second] = await call.graphRequests();
    expect(first?.sdpHash).toBe(second?.sdpHash);
    await call.hangUp();
    expect(await desk.next('call.over')).toMatchObject({ outcome: 'completed', endedBy: 'customer' });
  });

  it('goes to the next agent when one declines, and is rejected when all did', async () => {
    const sari = await seat('Sari');
    const dewi = await seat('Dewi');
    const call = await customerCalls();
    // Sari has been free the longest.
    const first = await sari.next('ring');
    await sari.ask('decline', { callId: first.callId, ringId: first.ringId });
    const second = await dewi.next('ring');
    expect(await sari.next('ring.over')).toMatchObject({
      reason: 'declined',
      goesOn: { colleagues: [expect.stringMatching(/^Dewi/)], waits: false },
    });
    expect(second.reason).toBe('a colleague could not take it');
    await dewi.ask('decline', { callId: second.callId, ringId: second.ringId });
    expect(await dewi.next('ring.over')).toMatchObject({ goesOn: { colleagues: [], waits: false } });
    await call.waitFor('ended');
    for (const desk of [sari, dewi]) {
      expect(await desk.next('call.over')).toMatchObject({ outcome: 'rejected', endedBy: 'agent' });
    }
    expect(await actions(call)).toEqual(['reject']);
  });

  it('falls silent and is missed when the caller gives up', async () => {
    const desk = await seat('Sari');
    const call = await customerCalls();
    const ring = await desk.next('ring');
    await call.hangUp();
    expect(await desk.next('ring.over')).toMatchObject({ ringId: ring.ringId, reason: 'callerGaveUp' });
    expect(await desk.next('call.over')).toMatchObject({ outcome: 'missed', endedBy: 'customer', durationSeconds: 0 });
    const late = await desk.answer(ring);
    expect(late).toMatchObject({ ok: false, problem: { code: 'call.over' } });
  });

  it('is rejected when nobody is there, and when everybody talks', async () => {
    const nobody = await customerCalls();
    await nobody.waitFor('ended');
    expect(await actions(nobody)).toEqual(['reject']);

    const desk = await seat('Sari');
    const first = await customerCalls();
    await desk.take(await desk.next('ring'));
    const second = await customerCalls();
    await second.waitFor('ended');
    expect(await actions(second)).toEqual(['reject']);
    await first.hangUp();
    await desk.next('call.over');
  });

  it('ends with Meta’s code and a sentence when Meta refuses the answer', async () => {
    const desk = await seat('Sari');
    await customerCalls();
    const ring = await desk.next('ring');
    await desk.answer(ring, 'v=0\r\nthis is not SDP\r\n');
    const record = await desk.next('call.over');
    expect(record).toMatchObject({ outcome: 'disconnected', endedBy: 'meta', code: '138008' });
    expect(record.sentence).toMatch(/\w+/);
  });

  it('is not connected any more once the agent has hung up, even while Meta has too much to do', async () => {
    const desk = await seat('Sari');
    const call = await customerCalls();
    const ring = await desk.next('ring');
    await world.sandbox.failGraph({ action: 'accept', kind: 'error', code: 80007, times: 2 });
    await desk.answer(ring);
    await desk.next('call', (live) => live.phase === 'connecting');
    await desk.ask('media.connected', { callId: ring.callId });
    await desk.ask('end', { callId: ring.callId });
    await call.waitFor('ended');
    expect((await call.state()).startedAt).toBeNull();
    await desk.next('call.over');
  });

  it('survives a Graph request whose answer is lost, without doing anything twice', async () => {
    const desk = await seat('Sari');
    const call = await customerCalls();
    const ring = await desk.next('ring');
    await world.sandbox.failGraph({ action: 'accept', kind: 'hang', applied: true });
    await desk.answer(ring);
    await desk.ask('media.connected', { callId: ring.callId });
    await desk.next('call', (live) => live.phase === 'onCall');
    const accepts = await call.graphRequests('accept');
    expect(accepts.filter((request) => request.applied)).toHaveLength(1);
    await call.hangUp();
    await desk.next('call.over');
  }, 30_000);
});

describe('an agent who leaves on purpose', () => {
  it('declines what rings, and ends what connects or runs, at Meta too', async () => {
    const ringing = await seat('Sari');
    const first = await customerCalls();
    await ringing.next('ring');
    ringing.close();
    await first.waitFor('ended');
    expect(await actions(first)).toEqual(['reject']);

    const claiming = await seat('Sari');
    const second = await customerCalls();
    await claiming.answer(await claiming.next('ring'));
    claiming.close();
    await second.waitFor('ended');

    const talking = await seat('Sari');
    const third = await customerCalls();
    await talking.take(await talking.next('ring'));
    talking.close();
    const ended = await third.waitFor('ended');
    expect(ended.endedBy).toBe('business');
  });
});

describe('a seat', () => {
  it('is offered to a second desk, taken over, and the first is told that it moved', async () => {
    const email = await world.relay.addAgent(`Sari.${++customers}`);
    const first = seats.keep(await TestDesk.open(world.relay.url, email));
    const second = seats.keep(await TestDesk.open(world.relay.url, email));
    await customerCalls();
    await first.next('ring');
    expect(await second.ask('decline', { callId: 'x', ringId: 'y' })).toMatchObject({
      problem: { code: 'desk.notSeated' },
    });

    await second.ask('takeOver', {});
    const sync = await second.next('sync');
    expect(sync.seat.status).toBe('held');
    expect(sync.ring).not.toBeNull();
    expect(await first.next('ring.over')).toMatchObject({ reason: 'seatMoved' });
    expect((await first.next('sync')).seat).toMatchObject({ status: 'moved', onCall: false });
  });

  it('cannot be taken over while the other desk is in a call', async () => {
    const email = await world.relay.addAgent(`Sari.${++customers}`);
    const first = seats.keep(await TestDesk.open(world.relay.url, email));
    const call = await customerCalls();
    await first.take(await first.next('ring'));
    const second = seats.keep(await TestDesk.open(world.relay.url, email));
    expect(await second.ask('takeOver', {})).toMatchObject({ problem: { code: 'desk.onCallElsewhere' } });
    await call.hangUp();
    await first.next('call.over');
    expect(
      (await second.next('sync', (sync) => sync.seat.status === 'elsewhere' && !sync.seat.onCall)).seat,
    ).toBeTruthy();
    expect(await second.ask('takeOver', {})).toEqual({ ok: true });
  });

  it('gets the exact state back when its connection breaks, in whatever it was doing', async () => {
    const email = await world.relay.addAgent(`Sari.${++customers}`);
    const desk = seats.keep(await TestDesk.open(world.relay.url, email));
    const call = await customerCalls();
    const ring = await desk.next('ring');
    desk.socket.io.engine.close();
    const again = await desk.next('sync');
    expect(again.ring?.ringId).toBe(ring.ringId);

    await desk.take(ring);
    desk.socket.io.engine.close();
    expect((await desk.next('sync')).call).toMatchObject({ callId: ring.callId, phase: 'onCall' });

    desk.socket.io.engine.close();
    await call.hangUp();
    const ended = await desk.next('sync', (sync) => sync.ended.length > 0);
    expect(ended.call).toBeNull();
    expect(ended.ended[0]).toMatchObject({ callId: ring.callId, outcome: 'completed' });
  });

  it('is not rung while its agent is away', async () => {
    const desk = await seat('Sari');
    await desk.says({ kind: 'break' });
    const call = await customerCalls();
    await call.waitFor('ended');
    expect(desk.heard.filter((one) => one.fact === 'ring')).toEqual([]);
  });
});

describe('two agents who answer in the same instant', () => {
  it('one gets it, the other is told who was faster', async () => {
    const both = await startWorld({ relay: { RINGDESK_RINGS_AT_ONCE: '2' } });
    try {
      const opened = await Promise.all(
        ['Sari', 'Dewi'].map(async (name) =>
          seats.keep(await TestDesk.open(both.relay.url, await both.relay.addAgent(name))),
        ),
      );
      const { id } = await both.sandbox.addCustomer({ name: 'Ada', media: 'none' });
      await both.sandbox.placeCall({ customerId: id });
      const rings = await Promise.all(opened.map((desk) => desk.next('ring')));
      const replies = await Promise.all(
        opened.map((desk, index) => desk.answer(rings[index] as (typeof rings)[number])),
      );
      expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
      const loser = opened[replies.findIndex((reply) => !reply.ok)];
      const winner = replies[0]?.ok ? 'Sari' : 'Dewi';
      expect(await loser?.next('ring.over')).toMatchObject({ reason: 'answeredByColleague', colleague: winner });
    } finally {
      seats.clear();
      await both.end();
    }
  });
});
