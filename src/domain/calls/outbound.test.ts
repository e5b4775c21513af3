import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance } from './advance.ts';
import { dueAt, holderOf, occupiedBy } from './call.ts';
import type { Dial, Terminate } from './event.ts';
import { dialFor, dialUnprovenFor } from './outbound.ts';
import { floorOf, hungUp, play as playOn, talked as talkedFor, type Untimed } from './samples.ts';

const floor = floorOf([]);
const wacid = 'wacid.ours';
const dial: Dial = {
  kind: 'dial',
  reason: null,
  callId: 'call',
  dialId: 'dial',
  agentId: 'sari',
  channelId: 'channel',
  customerId: 'customer',
  sdp: 'offer',
  limitMs: null,
};
const connected: Untimed = { kind: 'graph', action: 'connect', result: { status: 'done', wacid } };
const notKnown: Untimed = { kind: 'graph', action: 'connect', result: { status: 'unknown' } };
const refused: Untimed = { kind: 'graph', action: 'connect', result: { status: 'failed', code: '138006' } };
const sdpAnswer: Untimed = { kind: 'metaAnswer', wacid, sdp: 'answer' };
const status = (word: 'ringing' | 'accepted' | 'rejected'): Untimed => ({ kind: 'status', wacid, status: word });
const heard: Untimed = { kind: 'customerHeard', agentId: 'sari' };
const hangUp: Untimed = { kind: 'hangUp', agentId: 'sari' };
const ended: Terminate = { ...hungUp, wacid };
const talked: Terminate = { ...talkedFor, wacid };

const play = (...events: Untimed[]) => playOn(floor, ...events);

function shuffled<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

describe('laws', () => {
  const anything = fc.constantFrom<Untimed>(
    dial,
    connected,
    notKnown,
    refused,
    sdpAnswer,
    status('ringing'),
    status('accepted'),
    status('rejected'),
    heard,
    hangUp,
    ended,
    talked,
    { kind: 'seatLost', agentId: 'sari' },
    { kind: 'seatBack', agentId: 'sari' },
    { kind: 'mediaFailed', agentId: 'sari', code: 'media.offer' },
    { kind: 'deadline' },
  );

  it('dials once, whatever happens and however often it is said', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 14 }), (events) => {
        expect(play(dial, ...events).graph.filter((action) => action === 'connect')).toHaveLength(1);
      }),
    );
  });

  it('never leaves a call alive at Meta that was given up here', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 14 }), (events) => {
        const { call, graph } = play(dial, ...events);
        const givenUp = call.life.phase === 'ending' || call.life.phase === 'ended';
        const overAtMeta = events.some(
          (event) => event.kind === 'terminate' || (event.kind === 'status' && event.status === 'rejected'),
        );
        if (givenUp && !overAtMeta && call.wacid !== null) expect(graph).toContain('terminate');
      }),
    );
  });

  it('always comes to an end, is announced, and leaves the agent free', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 14 }), (events) => {
        let { call, effects } = play(dial, ...events);
        for (let turn = 0; turn < 5; turn++) {
          const at = dueAt(call);
          if (at === null) break;
          const next = advance(call, { kind: 'deadline', at }, floor);
          call = next.call;
          effects = [...effects, ...next.effects];
        }
        if (call.life.phase === 'onCall') return;
        expect(call.life.phase).toBe('ended');
        expect(occupiedBy(call)).toEqual([]);
        expect(effects).toContainEqual({ kind: 'callOver' });
        expect(call.offer).toBe('');
        expect(call.answer).toBeNull();
      }),
    );
  });

  it('ends the same in whatever order Meta tells of a conversation', () => {
    const words = [connected, sdpAnswer, status('ringing'), status('accepted'), talked];
    fc.assert(
      fc.property(shuffled(words), (order) => {
        expect(play(dial, ...order).call).toMatchObject({
          wacid,
          life: { phase: 'ended', outcome: 'completed', durationSeconds: 60, agentId: 'sari' },
        });
      }),
    );
  });

  it('ends the same in whatever order Meta tells of a refusal', () => {
    fc.assert(
      fc.property(shuffled([connected, sdpAnswer, status('ringing'), status('rejected'), ended]), (order) => {
        expect(play(dial, ...order).call.life).toMatchObject({ outcome: 'rejected', endedBy: 'customer' });
      }),
    );
  });
});

describe('cases', () => {
  it("Meta's answer is passed on and does not mean that anybody picked up", () => {
    const { call, effects } = play(dial, connected, sdpAnswer, status('ringing'));
    expect(call).toMatchObject({ answer: 'answer', life: { phase: 'dialling', ringing: true } });
    expect(holderOf(call)).toBe('sari');
    expect(effects.filter((effect) => effect.kind === 'callChanged')).toHaveLength(3);
  });

  it('the answer may come before the response to connect', () => {
    expect(play(dial, sdpAnswer, connected).call).toMatchObject({ wacid, answer: 'answer' });
  });

  it('is on when the customer is heard, or when Meta says so', () => {
    for (const word of [heard, status('accepted')]) {
      expect(play(dial, connected, sdpAnswer, word).call.life).toMatchObject({ phase: 'onCall', startedAt: 3000 });
    }
  });

  it('nobody picked up', () => {
    expect(play(dial, connected, ended).call.life).toMatchObject({ outcome: 'unanswered', endedBy: 'customer' });
    const { call } = play(dial, connected);
    const late = advance(call, { kind: 'deadline', at: dialFor }, floor);
    expect(late.effects).toContainEqual({ kind: 'graph', action: 'terminate', sdp: null });
    expect(late.call.life).toMatchObject({ phase: 'ending', verdict: { outcome: 'unanswered', endedBy: 'customer' } });
  });

  it('the agent gives up while it rings', () => {
    const { call, graph } = play(dial, connected, hangUp, ended);
    expect(graph).toEqual(['connect', 'terminate']);
    expect(call.life).toMatchObject({ outcome: 'unanswered', endedBy: 'agent' });
  });

  it('a call that is given up before Meta named it is ended as soon as it has a name', () => {
    expect(play(dial, hangUp).graph).toEqual(['connect']);
    expect(play(dial, hangUp, connected).graph).toEqual(['connect', 'terminate']);
    expect(play(dial, hangUp, ...Array<Untimed>(7).fill({ kind: 'deadline' }), sdpAnswer).graph).toEqual([
      'connect',
      'terminate',
    ]);
  });

  it('Meta refuses: nothing is ended at Meta, and its code is kept', () => {
    const { call, graph } = play(dial, refused);
    expect(graph).toEqual(['connect']);
    expect(call.life).toMatchObject({ outcome: 'failed', endedBy: 'meta', code: '138006' });
  });

  it('an unknown connect is not repeated: its webhooks are awaited, and then it is given up', () => {
    const { call } = play(dial, notKnown);
    expect(dueAt(call)).toBe(1000 + dialUnprovenFor);
    expect(dueAt(play(dial, notKnown, status('ringing')).call)).toBe(dialFor);
    const given = advance(call, { kind: 'deadline', at: 1000 + dialUnprovenFor }, floor);
    expect(given.call.life).toMatchObject({ verdict: { outcome: 'failed', code: 'connect-unknown' } });
  });

  it('the reason may come after the end', () => {
    const { call, effects } = play(dial, connected, ended, status('rejected'));
    expect(call.life).toMatchObject({ outcome: 'rejected', endedBy: 'customer', settledBy: 'meta' });
    expect(effects.filter((effect) => effect.kind === 'callOver')).toHaveLength(2);
  });

  it('belongs to who dialled', () => {
    const { call } = play(dial);
    expect(advance(call, { ...dial, at: 5 }, floor)).toMatchObject({ effects: [], refused: null });
    expect(advance(call, { ...dial, agentId: 'dewi', at: 5 }, floor).refused).toBe('notYours');
    expect(advance(call, { kind: 'customerHeard', agentId: 'dewi', at: 5 }, floor).refused).toBe('notYours');
  });
});
