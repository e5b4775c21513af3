import { expect, test } from 'vitest';
import type { HeadsetWish } from '../../domain/headset/words.ts';
import { tellStory } from '../testing/desk-story.ts';
import { aLiveCall, aRing } from '../testing/samples.ts';

const found = { status: 'found' as const, name: 'Jabra Evolve2 65', can: ['answer' as const, 'end' as const] };

function story() {
  const told = tellStory().ready().voice({ kind: 'headset', found, problem: null });
  return {
    ...told,
    press: (wish: HeadsetWish, callId = 'wacid.1') => told.voice({ kind: 'headsetWish', callId, wish }),
    /** What the headset was told last. */
    headset: () => told.state().headset.told,
  };
}

test('a headset answers, mutes, unmutes and ends as the buttons in the window do', () => {
  const { press, headset, relay, accepted, ringing, view, everything } = story();
  expect(headset()).toBeNull();
  ringing();
  expect(headset()).toEqual({ callId: 'wacid.1', stage: 'ringing', muted: false });
  expect(press('answer').done()).toContain('ask answer');
  expect(headset()).toMatchObject({ stage: 'onCall' });
  accepted();
  relay({ name: 'call', body: aLiveCall('wacid.1', { phase: 'onCall' }) });
  press('mute');
  expect(view().call?.muted).toBe(true);
  expect(headset()).toMatchObject({ muted: true });
  press('unmute');
  expect(view().call?.muted).toBe(false);
  expect(press('end').done()).toContain('tell end wacid.1');
  expect(headset()).toBeNull();
  expect(everything().at(-1)).toEqual({ kind: 'voice', command: { kind: 'headset', call: null } });
});

test('mute in the window is shown at the headset', () => {
  const { ringing, press, accepted, agent, headset } = story();
  ringing();
  press('answer');
  accepted();
  agent({ kind: 'setMuted', muted: true });
  expect(headset()).toMatchObject({ stage: 'onCall', muted: true });
});

test('a headset declines for this desk only', () => {
  const { ringing, press, headset } = story();
  ringing();
  expect(press('decline').done()).toContain('ask decline');
  expect(headset()).toBeNull();
});

test('a press that was meant for another call does nothing', () => {
  const { ringing, press, state } = story();
  ringing('wacid.2');
  const before = state();
  for (const wish of ['answer', 'decline', 'end', 'mute'] as const) press(wish);
  expect(state()).toEqual(before);
  expect(press('end', 'wacid.2').state()).toEqual(before);
});

test('on-hook while the answer is under way ends the call, or gives it back before the relay was asked', () => {
  const late = story();
  late.ringing();
  late.press('answer');
  expect(late.press('end').done()).toContain('tell end wacid.1');
  const early = story();
  early.relay({ name: 'ring', body: aRing() });
  early.press('answer');
  expect(early.press('end').done()).toContain('ask decline');
});

test('a headset that comes in a call is told of it, and one that goes leaves the call alone', () => {
  const { ringing, press, accepted, voice, headset, view } = story();
  ringing();
  press('answer');
  accepted();
  voice({ kind: 'headset', found: { status: 'none' }, problem: null });
  expect(headset()).toBeNull();
  expect(view().call).not.toBeNull();
  voice({ kind: 'headset', found, problem: null });
  expect(headset()).toMatchObject({ callId: 'wacid.1', stage: 'onCall' });
});

test('the buttons are tried between calls only', () => {
  const { agent, view, voice, ringing, done } = story();
  agent({ kind: 'tryHeadset', on: true });
  voice({ kind: 'headsetTrial', trial: { asks: 'answer', arrived: [] } });
  expect(view().headset.trial).toEqual({ asks: 'answer', arrived: [] });
  ringing();
  expect(view().headset.trial).toBeNull();
  voice({ kind: 'headsetTrial', trial: { asks: 'end', arrived: ['answer'] } });
  expect(view().headset.trial).toBeNull();
  agent({ kind: 'tryHeadset', on: true });
  expect(view().problem?.code).toBe('call.first');
  expect(done()).toEqual([]);
});
