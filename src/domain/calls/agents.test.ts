import { describe, expect, it } from 'vitest';
import { advance } from './advance.ts';
import type { Call } from './call.ts';
import type { CallEvent, Effect, Floor } from './event.ts';
import { connect as aConnect, floorOf, hungUp } from './samples.ts';

/** What a call means for the agents beside it. */
const connect: CallEvent = { ...aConnect, at: 0 };
const done = { status: 'done' } as const;

type Steps = readonly (readonly [CallEvent, Floor])[];

function play(steps: Steps): { call: Call; effects: Effect[] } {
  let call: Call | null = null;
  const effects: Effect[] = [];
  for (const [event, at] of steps) {
    const next = advance(call, event, at);
    call = next.call;
    effects.push(...next.effects);
  }
  if (call === null) throw new Error('no events');
  return { call, effects };
}
const about = (effects: readonly Effect[]) =>
  effects.flatMap((effect) =>
    effect.kind === 'ringMissed' || effect.kind === 'talkEnded' ? [`${effect.kind} ${effect.agentId}`] : [],
  );

describe('a ring that runs out', () => {
  it('is missed by the agent, once; one that is declined, or given up by the caller, is not', () => {
    const one = floorOf(['sari']);
    expect(
      about(
        play([
          [connect, one],
          [{ kind: 'deadline', at: 45_000 }, one],
        ]).effects,
      ),
    ).toEqual(['ringMissed sari']);
    const declined: CallEvent = { kind: 'decline', at: 1_000, agentId: 'sari', ringId: 'call.1' };
    expect(
      about(
        play([
          [connect, one],
          [declined, one],
        ]).effects,
      ),
    ).toEqual([]);
    const gaveUp: CallEvent = { ...hungUp, at: 1_000 };
    expect(
      about(
        play([
          [connect, one],
          [gaveUp, one],
        ]).effects,
      ),
    ).toEqual([]);
    const lost: CallEvent = { kind: 'seatLost', at: 1_000, agentId: 'sari' };
    expect(
      about(
        play([
          [connect, one],
          [lost, one],
          [{ kind: 'deadline', at: 6_000 }, one],
        ]).effects,
      ),
    ).toEqual([]);
  });

  it('comes again where there is time, unless it makes the agent away', () => {
    const leaves = (missedRingSetsAway: boolean) => {
      const both = floorOf(['sari', 'dewi'], { missedRingSetsAway });
      const one = floorOf(['sari'], { missedRingSetsAway });
      return play([
        [connect, both],
        [{ kind: 'deadline', at: 22_500 }, one],
      ]);
    };
    expect(leaves(false).call.life).toMatchObject({ phase: 'ringing', rings: [{ agentId: 'sari' }] });
    expect(leaves(true).call.life).toMatchObject({ phase: 'ending', verdict: { outcome: 'missed' } });
    expect(about(leaves(true).effects)).toEqual(['ringMissed sari']);
  });
});

describe('a talk that is over', () => {
  const one = floorOf(['sari']);
  const talking: Steps = [
    [connect, one],
    [{ kind: 'answer', at: 1_000, agentId: 'sari', ringId: 'call.1', sdp: 'answer' }, one],
    [{ kind: 'graph', at: 1_000, action: 'pre_accept', result: done }, one],
    [{ kind: 'mediaConnected', at: 1_000, agentId: 'sari' }, one],
    [{ kind: 'graph', at: 2_000, action: 'accept', result: done }, one],
  ];
  const hangUp: CallEvent = { kind: 'hangUp', at: 60_000, agentId: 'sari' };

  it('is told once, when it is settled', () => {
    const ended = [...talking, [hangUp, one]] as const;
    expect(about(play(ended).effects)).toEqual([]);
    const settled = play([...ended, [{ kind: 'deadline', at: 65_000 }, one]]);
    expect(about(settled.effects)).toEqual(['talkEnded sari']);
    expect(settled.call.life).toMatchObject({ phase: 'ended', outcome: 'completed' });
  });

  it('was none when nobody talked', () => {
    const early = [...talking.slice(0, 3), [hangUp, one], [{ kind: 'deadline', at: 65_000 }, one]] as const;
    expect(about(play(early).effects)).toEqual([]);
  });
});

describe('an agent who can be rung again', () => {
  const free: CallEvent = { kind: 'agentFree', at: 1_000, agentId: 'dewi' };

  it('has a turn at once where several ring at a time, or nobody does', () => {
    const { effects } = play([
      [connect, floorOf(['sari'], { ringsAtOnce: 2 })],
      [free, floorOf(['sari', 'dewi'], { ringsAtOnce: 2 })],
    ]);
    expect(effects.filter((effect) => effect.kind === 'ring')).toMatchObject([
      { agentId: 'sari' },
      { agentId: 'dewi' },
    ]);
    const waiting = { ...floorOf([]), agents: [{ agentId: 'sari', status: 'returning' as const, idleSince: 0 }] };
    expect(
      play([
        [connect, waiting],
        [free, floorOf(['dewi'])],
      ]).effects,
    ).toMatchObject([{ kind: 'ring', agentId: 'dewi' }]);
  });

  it('changes nothing while a colleague has their turn', () => {
    const before = play([[connect, floorOf(['sari'])]]).call;
    expect(advance(before, free, floorOf(['sari', 'dewi'])).call).toBe(before);
  });
});
