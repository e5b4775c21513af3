import { describe, expect, it } from 'vitest';
import { advance } from './advance.ts';
import { dueAt, holderOf, occupiedBy } from './call.ts';
import type { Floor } from './event.ts';
import { connect, floorOf, hungUp, play, talked, type Untimed } from './samples.ts';

const done = { status: 'done' } as const;
const unknown = { status: 'unknown' } as const;

const answered = (agentId = 'sari', ringId = 'call.1'): Untimed => ({ kind: 'answer', agentId, ringId, sdp: 'answer' });
const talking: Untimed[] = [
  connect,
  answered(),
  { kind: 'graph', action: 'pre_accept', result: done },
  { kind: 'mediaConnected', agentId: 'sari' },
  { kind: 'graph', action: 'accept', result: done },
];

describe('a call that is answered', () => {
  it('is pre-accepted, accepted when the media is up, and completed by the customer', () => {
    const { call, graph, effects } = play(floorOf(['sari']), ...talking, talked);
    expect(graph).toEqual(['pre_accept', 'accept']);
    expect(call.life).toMatchObject({
      phase: 'ended',
      outcome: 'completed',
      endedBy: 'customer',
      durationSeconds: 60,
      agentId: 'sari',
    });
    expect(effects.at(-1)).toEqual({ kind: 'callOver' });
  });

  it('sends pre_accept and accept with the identical answer', () => {
    const { effects } = play(floorOf(['sari']), ...talking);
    const sdps = effects.flatMap((effect) => (effect.kind === 'graph' ? [effect.sdp] : []));
    expect(sdps).toEqual(['answer', 'answer']);
  });

  it('waits for the 200 of pre_accept when the media is up first', () => {
    const [ring, claim, preAccepted, media] = talking;
    if (!ring || !claim || !preAccepted || !media) throw new Error('the story has four steps');
    expect(play(floorOf(['sari']), ring, claim, media).graph).toEqual(['pre_accept']);
    expect(play(floorOf(['sari']), ring, claim, media, preAccepted).graph).toEqual(['pre_accept', 'accept']);
  });

  it('is terminated at Meta when the agent hangs up, and settled by Meta', () => {
    const { call, graph } = play(floorOf(['sari']), ...talking, { kind: 'hangUp', agentId: 'sari' }, talked);
    expect(graph).toEqual(['pre_accept', 'accept', 'terminate']);
    expect(call.life).toMatchObject({ outcome: 'completed', endedBy: 'agent', durationSeconds: 60, settledBy: 'meta' });
  });

  it('settles by our clock when Meta stays silent, and takes a later duration from Meta', () => {
    const silent: Untimed[] = [
      ...talking,
      { kind: 'hangUp', agentId: 'sari' },
      ...Array<Untimed>(6).fill({ kind: 'deadline' }),
    ];
    expect(play(floorOf(['sari']), ...silent).call.life).toMatchObject({
      outcome: 'completed',
      settledBy: 'clock',
      durationSeconds: 1,
    });
    expect(play(floorOf(['sari']), ...silent, talked).call.life).toMatchObject({
      settledBy: 'meta',
      durationSeconds: 60,
    });
  });

  it('belongs to the first who answers', () => {
    const floor = floorOf(['sari', 'dewi'], { ringsAtOnce: 2 });
    const { call, effects, refusals } = play(floor, connect, answered('dewi', 'call.2'), answered('sari', 'call.1'));
    expect(holderOf(call)).toBe('dewi');
    expect(refusals.at(-1)).toBe('answeredByColleague');
    expect(effects).toContainEqual({
      kind: 'ringOver',
      ringId: 'call.1',
      agentId: 'sari',
      reason: 'answeredByColleague',
      colleagueId: 'dewi',
    });
  });

  it('keeps Meta’s code when Meta refuses the answer', () => {
    const { call, graph } = play(floorOf(['sari']), connect, answered(), {
      kind: 'graph',
      action: 'pre_accept',
      result: { status: 'failed', code: '138008' },
    });
    expect(graph).toEqual(['pre_accept', 'reject']);
    expect(call.life).toMatchObject({
      phase: 'ending',
      verdict: { outcome: 'disconnected', endedBy: 'meta', code: '138008' },
    });
  });

  it('asks accept once more when its answer was lost, and takes a refusal for a yes', () => {
    const lost: Untimed[] = [...talking.slice(0, 4), { kind: 'graph', action: 'accept', result: unknown }];
    const { call, graph } = play(floorOf(['sari']), ...lost, {
      kind: 'graph',
      action: 'accept',
      result: { status: 'failed', code: '100' },
    });
    expect(graph).toEqual(['pre_accept', 'accept', 'accept']);
    expect(call.life.phase).toBe('onCall');
  });

  it('takes nothing but that refusal for a yes', () => {
    const lost: Untimed[] = [...talking.slice(0, 4), { kind: 'graph', action: 'accept', result: unknown }];
    const unreachable: Untimed = { kind: 'graph', action: 'accept', result: { status: 'failed', code: 'unreachable' } };
    const { call, graph } = play(floorOf(['sari']), ...lost, unreachable);
    expect(graph).toEqual(['pre_accept', 'accept', 'accept', 'terminate']);
    expect(call.life.phase).toBe('ending');
  });

  it('is missed when the customer was gone before Meta could be told of the answer', () => {
    const refused: Untimed = { kind: 'graph', action: 'pre_accept', result: { status: 'failed', code: '100' } };
    const { call } = play(floorOf(['sari']), connect, answered(), refused, hungUp);
    expect(call.life).toMatchObject({ phase: 'ended', outcome: 'missed', endedBy: 'customer', code: null });
  });

  it('remembers a desk that dropped off on the way to sound', () => {
    const steps: Untimed[] = [...talking.slice(0, 4), { kind: 'seatLost', agentId: 'sari' }, ...talking.slice(4)];
    const { call } = play(floorOf(['sari']), ...steps);
    expect(call.life.phase).toBe('onCall');
    expect(dueAt(call)).toBe(64_000);
    const back = advance(call, { kind: 'seatBack', agentId: 'sari', at: 9_000 }, floorOf(['sari']));
    expect(dueAt(back.call)).toBeNull();
  });

  it('ends when the desk stays away, and goes on when it comes back', () => {
    const away: Untimed[] = [...talking, { kind: 'seatLost', agentId: 'sari' }];
    const minute = Array<Untimed>(61).fill({ kind: 'deadline' });
    expect(play(floorOf(['sari']), ...away, ...minute).call.life.phase).not.toBe('onCall');
    expect(play(floorOf(['sari']), ...away, { kind: 'seatBack', agentId: 'sari' }, ...minute).call.life.phase).toBe(
      'onCall',
    );
  });
});

describe('a call with a limit', () => {
  const limited: Untimed[] = [{ ...connect, limitMs: 30_000 }, ...talking.slice(1)];

  it('is ended by the system when its time is up, and is a completed call', () => {
    const { call } = play(floorOf(['sari']), ...limited);
    expect(dueAt(call)).toBe(34_000);
    const early = advance(call, { kind: 'deadline', at: 33_999 }, floorOf(['sari']));
    expect(early.call.life.phase).toBe('onCall');
    const over = advance(early.call, { kind: 'deadline', at: 34_000 }, floorOf(['sari']));
    expect(over.effects).toContainEqual({ kind: 'graph', action: 'terminate', sdp: null });
    const settled = advance(over.call, { ...talked, at: 35_000 }, floorOf(['sari']));
    expect(settled.call.life).toMatchObject({ outcome: 'completed', endedBy: 'system', code: 'call-limit' });
  });

  it('ends sooner when the desk stays away, and no later when it is back', () => {
    const long = [
      { ...connect, limitMs: 600_000 },
      ...talking.slice(1),
      { kind: 'seatLost', agentId: 'sari' },
    ] as Untimed[];
    const away = play(floorOf(['sari']), ...long).call;
    expect(dueAt(away)).toBe(65_000);
    const back = advance(away, { kind: 'seatBack', agentId: 'sari', at: 9_000 }, floorOf(['sari']));
    expect(dueAt(back.call)).toBe(604_000);
  });
});

describe('a call that is not answered', () => {
  it('goes to the next agent when one declines', () => {
    const { call, effects } = play(floorOf(['sari', 'dewi']), connect, {
      kind: 'decline',
      agentId: 'sari',
      ringId: 'call.1',
    });
    expect(occupiedBy(call)).toEqual(['dewi']);
    expect(effects.at(-1)).toMatchObject({ kind: 'ring', agentId: 'dewi' });
  });

  it('is rejected at Meta when everybody declined', () => {
    const { call, graph } = play(
      floorOf(['sari']),
      connect,
      { kind: 'decline', agentId: 'sari', ringId: 'call.1' },
      hungUp,
    );
    expect(graph).toEqual(['reject']);
    expect(call.life).toMatchObject({ outcome: 'rejected', endedBy: 'agent' });
  });

  it('goes to the next desk when one cannot carry the sound, and is disconnected when none can', () => {
    const failed = (agentId: string): Untimed => ({ kind: 'mediaFailed', agentId, code: 'media.offer' });
    const { effects } = play(floorOf(['sari', 'dewi']), connect, failed('sari'));
    expect(effects.at(-1)).toMatchObject({ kind: 'ring', agentId: 'dewi' });
    const { call } = play(floorOf(['sari', 'dewi']), connect, failed('sari'), failed('dewi'));
    expect(call.life).toMatchObject({ phase: 'ending', verdict: { outcome: 'disconnected', endedBy: 'system' } });
  });

  it('is missed when the time runs out', () => {
    const { call, graph } = play(floorOf(['sari']), connect, ...Array<Untimed>(45).fill({ kind: 'deadline' }));
    expect(graph).toEqual(['reject']);
    expect(call.life).toMatchObject({ phase: 'ending', verdict: { outcome: 'missed' } });
  });

  it('is missed when the caller gives up, and every seat falls silent', () => {
    const { call, effects } = play(floorOf(['sari']), connect, hungUp);
    expect(call.life).toMatchObject({ outcome: 'missed', endedBy: 'customer' });
    expect(effects).toContainEqual(expect.objectContaining({ kind: 'ringOver', reason: 'callerGaveUp' }));
  });

  it('rings nobody when it is older than a minute', () => {
    const { call, effects } = play(floorOf(['sari']), { ...connect, calledAt: -60_001 });
    expect(call.life).toMatchObject({ phase: 'ended', outcome: 'missed', code: 'stale' });
    expect(effects).toEqual([{ kind: 'callOver' }]);
  });

  it('stays ended when its end arrives before its beginning', () => {
    const { call, effects } = play(floorOf(['sari']), hungUp, { ...connect, calledAt: -500 });
    expect(call).toMatchObject({ calledAt: -500, life: { phase: 'ended', outcome: 'missed' } });
    expect(effects.filter((effect) => effect.kind === 'ring')).toEqual([]);
  });

  it('waits for a seat that is on its way back', () => {
    const floor: Floor = { ...floorOf([]), agents: [{ agentId: 'sari', status: 'returning', idleSince: 0 }] };
    const waiting = advance(null, { ...connect, at: 0 }, floor).call;
    const due = dueAt(waiting);
    expect(due).toBe(500);
    expect(advance(waiting, { kind: 'deadline', at: 500 }, floorOf(['sari'])).effects).toMatchObject([
      { kind: 'ring', agentId: 'sari' },
    ]);
  });
});
