import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  follow,
  type Headset,
  type HeadsetCall,
  hookSettlesMs,
  lightsOf,
  muteSettlesMs,
  press,
  pullOut,
  restingHeadset,
  tell,
} from './headset.ts';
import type { Press } from './read-report.ts';
import { beginTrial, tryPress } from './trial.ts';

const ringing: HeadsetCall = { stage: 'ringing', muted: false };
const onCall: HeadsetCall = { stage: 'onCall', muted: false };
const muted: HeadsetCall = { stage: 'onCall', muted: true };

/** Something else goes on, and the headset is told of it at once. */
const turn = (headset: Headset, call: HeadsetCall, now: number) => tell(follow(headset, call), headset.told, now);
/** A headset that was told long ago. */
const at = (call: HeadsetCall): Headset => turn(restingHeadset, call, 0);
const later = 60_000;

test.each<[string, HeadsetCall, Press[], string | null]>([
  ['off-hook while it rings answers', ringing, ['offHook'], 'answer'],
  ['so does a hook that is only pushed', ringing, ['hookPushed'], 'answer'],
  ['on-hook while it rings does nothing', ringing, ['onHook'], null],
  ['Drop while it rings declines', ringing, ['drop'], 'decline'],
  ['mute while it rings does nothing', ringing, ['mutePushed'], null],
  ['mute does not answer by the way', ringing, ['offHook', 'mutePushed'], null],
  ['flash does nothing', onCall, ['flash'], null],
  ['on-hook in a call ends it', onCall, ['onHook'], 'end'],
  ['so does a push', onCall, ['hookPushed'], 'end'],
  ['so does Drop', muted, ['drop'], 'end'],
  ['off-hook in a call does nothing', onCall, ['offHook'], null],
  ['mute mutes', onCall, ['mutePushed'], 'mute'],
  ['and unmutes', muted, ['mutePushed'], 'unmute'],
  ['a switch says which', onCall, ['muteOn'], 'mute'],
  ['and never the contrary', muted, ['muteOn'], null],
  ['a switch back unmutes', muted, ['muteOff'], 'unmute'],
  ['mute in a report with on-hook only mutes', onCall, ['onHook', 'mutePushed'], 'mute'],
  ['nothing rings, nothing happens', null, ['offHook', 'drop'], null],
])('%s', (_story, call, presses, wish) => {
  expect(press(at(call), presses, later).wish).toBe(wish);
});

test('on-hook just after a press of mute does not end the call: another program took the headset out of its own', () => {
  const pushed = press(at(onCall), ['mutePushed'], later);
  const contradicted = press(pushed.headset, ['onHook'], later + 80);
  expect(contradicted).toMatchObject({ wish: null, tellAgain: true });
  expect(press(contradicted.headset, ['onHook'], later + 200)).toMatchObject({ wish: null, tellAgain: false });
  expect(press(pushed.headset, ['onHook'], later + hookSettlesMs).wish).toBe('end');
});

test('a button that springs back although it calls itself a state answers, mutes, and ends', () => {
  let headset = at(ringing);
  expect(press(headset, ['offHook'], later).wish).toBe('answer');
  headset = turn(headset, onCall, later + 5);
  expect(press(headset, ['onHook'], later + 150).wish).toBeNull();
  expect(press(headset, ['muteOn'], later + 5_000).wish).toBe('mute');
  headset = turn(headset, muted, later + 5_005);
  expect(press(headset, ['muteOff'], later + 5_005 + muteSettlesMs - 1).wish).toBeNull();
  expect(press(headset, ['muteOff'], later + 9_000).wish).toBe('unmute');
  expect(press(headset, ['onHook'], later + 20_000).wish).toBe('end');
});

test('a ring just after a call can be answered at once, but not by what the headset says of the call before', () => {
  const over = turn(turn(restingHeadset, onCall, later), null, later + 5_000);
  const next = turn(over, ringing, later + 5_200);
  expect(press(next, ['offHook'], later + 5_500).wish).toBe('answer');
  const short = turn(turn(turn(restingHeadset, onCall, later), null, later + 100), ringing, later + 200);
  expect(press(short, ['offHook'], later + 500).wish).toBeNull();
});

test('one that was pulled out and put back repeats nothing, so that it answers at once', () => {
  const over = turn(pullOut(turn(restingHeadset, onCall, later)), null, later + 100);
  expect(press(turn(over, ringing, later + 200), ['offHook'], later + 500).wish).toBe('answer');
});

test('a headset that is plugged in while the call is muted does not unmute it by repeating that', () => {
  const plugged = tell(at(muted), lightsOf(null), later);
  expect(press(plugged, ['mutePushed'], later + 100).wish).toBeNull();
  expect(press(plugged, ['mutePushed'], later + muteSettlesMs).wish).toBe('unmute');
});

test('the trial asks for one button after the other, and takes what comes', () => {
  const all = ['answer', 'mute', 'end'] as const;
  let trial = beginTrial(all);
  expect(trial).toMatchObject({ asks: 'answer', call: ringing });
  trial = tryPress(trial, all, 'answer');
  expect(trial).toMatchObject({ asks: 'mute', arrived: ['answer'], call: onCall });
  trial = tryPress(trial, all, 'mute');
  expect(trial).toMatchObject({ asks: 'end', call: muted });
  expect(tryPress(trial, all, 'unmute').call).toEqual(onCall);
  expect(tryPress(trial, all, 'end')).toEqual({ asks: null, arrived: ['answer', 'mute', 'end'], call: null });
  expect(beginTrial(['mute'])).toMatchObject({ asks: 'mute', call: onCall });
});

const presses = fc.subarray<Press>([
  'offHook',
  'onHook',
  'hookPushed',
  'muteOn',
  'muteOff',
  'mutePushed',
  'flash',
  'drop',
]);
const calls = fc.constantFrom(null, ringing, onCall, muted);
const happening = fc.oneof(
  fc.record({ what: fc.constant('call' as const), call: calls, after: fc.nat({ max: 3_000 }) }),
  fc.record({ what: fc.constant('press' as const), presses, after: fc.nat({ max: 3_000 }) }),
);

test('law: no answer without a ring, no end without a call, no dial at all; the lights are always those of the call', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
      let headset = restingHeadset;
      let now = 0;
      for (const one of happenings) {
        now += one.after;
        if (one.what === 'call') headset = turn(headset, one.call, now);
        else {
          const { call } = headset;
          const done = press(headset, one.presses, now);
          headset = done.headset;
          expect(headset.call).toEqual(call);
          const allowed =
            call === null ? [] : call.stage === 'ringing' ? ['answer', 'decline'] : ['end', 'mute', 'unmute'];
          if (done.wish !== null) expect(allowed).toContain(done.wish);
          if (done.wish === 'mute') expect(call?.muted).toBe(false);
          if (done.wish === 'unmute') expect(call?.muted).toBe(true);
          if (one.presses.some((name) => name.startsWith('mute')) && !one.presses.includes('drop'))
            expect(done.wish).not.toBe('end');
        }
        expect(headset.told).toEqual(lightsOf(headset.call));
      }
    }),
    { numRuns: 1_000 },
  );
});

test('law: a headset that repeats what it was told, once each and however late within its time, asks for nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(calls, fc.nat({ max: 5_000 })), { maxLength: 20 }), fc.nat(), (story, lateness) => {
      let headset = restingHeadset;
      let now = 0;
      for (const [call, after] of story) {
        now += after;
        const before = headset.told;
        headset = turn(headset, call, now);
        const { offHook, mute } = headset.told;
        const echoes: Press[] = [];
        if (offHook !== before.offHook) echoes.push(offHook ? 'offHook' : 'onHook', 'hookPushed');
        for (const echo of echoes) expect(press(headset, [echo], now + (lateness % hookSettlesMs)).wish).toBeNull();
        if (mute === before.mute) continue;
        for (const echo of [mute ? 'muteOn' : 'muteOff', 'mutePushed'] as const)
          expect(press(headset, [echo], now + (lateness % muteSettlesMs)).wish).toBeNull();
      }
    }),
  );
});

test('law: a headset that is contradicted for ever is told again once, not for ever', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: hookSettlesMs - 1 }), { minLength: 1, maxLength: 30 }), (gaps) => {
      let headset = turn(restingHeadset, onCall, 0);
      let now = 0;
      let again = 0;
      for (const gap of gaps) {
        now += gap;
        const done = press(headset, ['onHook'], now);
        headset = done.headset;
        if (!done.tellAgain) continue;
        again += 1;
        headset = tell(headset, lightsOf(null), now);
      }
      expect(again).toBeLessThanOrEqual(1);
    }),
  );
});
