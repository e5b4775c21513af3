import { expect, test } from 'vitest';
import type { OverView } from '../../../../src/contract/window/view.ts';
import { budi, call, readyView, ring } from '../../testing/samples.ts';
import { type CardFace, lastWordsMs, nextFace } from './face.ts';

const nothing: CardFace = { face: 'none' };
const ringing: CardFace = { face: 'ringing', ring };
const strip: CardFace = { face: 'call', call };
const over: OverView = { callId: 'c1', customer: budi, sentence: 'Answered by Bayu.', tone: 'plain', at: 5000 };
const elsewhere = { now: 5000, softphoneInFront: false };
const inFront = { now: 5000, softphoneInFront: true };

test('a ring is shown wherever the person works', () => {
  expect(nextFace(nothing, { ...readyView, ring }, elsewhere)).toEqual(ringing);
  expect(nextFace(nothing, { ...readyView, ring }, inFront)).toEqual(ringing);
  expect(nextFace(strip, { ...readyView, ring, call }, elsewhere)).toEqual(ringing);
});

test('a call is a strip, until its window comes to the front', () => {
  expect(nextFace(ringing, { ...readyView, call }, elsewhere)).toEqual(strip);
  expect(nextFace(strip, { ...readyView, call }, inFront)).toEqual(nothing);
  expect(nextFace(nothing, { ...readyView, call }, elsewhere)).toEqual(strip);
});

test('what was shown and is over is said once, and goes', () => {
  const said = nextFace(ringing, { ...readyView, over }, elsewhere);
  expect(said).toEqual({ face: 'over', over, until: 5000 + lastWordsMs });
  const later = { ...elsewhere, now: 5000 + lastWordsMs - 1 };
  const named = { ...over, sentence: 'Answered by Bayu Pratama.' };
  expect(nextFace(said, { ...readyView, over: named }, later)).toMatchObject({
    over: named,
    until: 5000 + lastWordsMs,
  });
  expect(nextFace(said, { ...readyView, over }, { ...later, now: 5000 + lastWordsMs })).toEqual(nothing);
  expect(nextFace(strip, { ...readyView, over }, elsewhere)).toMatchObject({ face: 'over' });
});

test('a declined ring goes without a word, and news of another call brings no card', () => {
  expect(nextFace(ringing, readyView, elsewhere)).toEqual(nothing);
  expect(nextFace(ringing, { ...readyView, over: { ...over, callId: 'c0' } }, elsewhere)).toEqual(nothing);
  expect(nextFace(nothing, { ...readyView, over }, elsewhere)).toEqual(nothing);
});

test('the next ring does not wait for the last words', () => {
  const said: CardFace = { face: 'over', over, until: 8000 };
  const next = { ...ring, ringId: 'r2', callId: 'c2' };
  expect(nextFace(said, { ...readyView, ring: next, over }, elsewhere)).toEqual({ face: 'ringing', ring: next });
});
