import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Effect, type Life, type LifeEvent, move, newborn } from './life.ts';

const events: fc.Arbitrary<LifeEvent> = fc.oneof(
  fc.record({
    type: fc.constantFrom('reject', 'terminate', 'customerAnswers', 'customerRejects', 'customerHangsUp'),
  }),
  fc.record({ type: fc.constantFrom('ringTimeout', 'businessAudio', 'mediaTimeout') }),
  fc.record({ type: fc.constantFrom('preAccept', 'accept'), sdp: fc.constantFrom('one', 'two') }),
);

const live = (direction: Life['direction'], happened: readonly LifeEvent[]) => {
  let life = newborn(direction);
  const effects: Effect[] = [];
  happened.forEach((event, index) => {
    const done = move(life, event, 1_000 + index);
    if (done.status === 'refused') return;
    life = done.life;
    effects.push(...done.effects);
  });
  return { life, effects };
};

describe('whatever happens to a call', () => {
  it('it is answered once at most and ends once at most', () => {
    fc.assert(
      fc.property(fc.constantFrom<Life['direction'][]>('user', 'business'), fc.array(events), (direction, happened) => {
        const { life, effects } = live(direction, happened);
        expect(effects.filter((one) => one === 'answered').length).toBe(life.startedAt === undefined ? 0 : 1);
        expect(effects.filter((one) => one === 'terminated').length).toBe(life.phase === 'ended' ? 1 : 0);
      }),
    );
  });

  it('after its end nothing moves it', () => {
    fc.assert(
      fc.property(fc.array(events), events, (happened, late) => {
        const { life } = live('user', [...happened, { type: 'terminate' }]);
        expect(move(life, late, 9_999)).toMatchObject({ status: 'refused' });
      }),
    );
  });

  it('accept keeps the SDP of pre_accept', () => {
    const { life } = live('user', [{ type: 'preAccept', sdp: 'one' }]);
    expect(move(life, { type: 'accept', sdp: 'two' }, 1)).toMatchObject({ status: 'refused' });
    expect(move(life, { type: 'accept', sdp: 'one' }, 1)).toMatchObject({ status: 'moved', life: { phase: 'active' } });
  });

  it('only the customer answers a call of the business', () => {
    const life = newborn('business');
    expect(move(life, { type: 'accept', sdp: 'one' }, 1)).toMatchObject({ status: 'refused' });
    expect(move(life, { type: 'customerAnswers' }, 1)).toMatchObject({ effects: ['answered', 'accepted'] });
  });
});
