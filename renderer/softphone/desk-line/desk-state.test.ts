import { expect, test } from 'vitest';
import { fakeViews } from '../../host/fake-views.ts';
import { timeOfDay } from '../words/when.ts';
import { deskState, wayBack } from './desk-state.ts';

const now = Date.UTC(2026, 10, 20, 14, 30);
const views = fakeViews(now);
const away = { kind: 'away', reason: null, missed: false } as const;

test('a desk with its seat and an available agent is ready and names the microphone', () => {
  expect(deskState(views.ready)).toEqual({
    kind: 'line',
    tone: 'ready',
    word: 'Ready',
    detail: `Jabra Evolve2 65 · heard ${timeOfDay(now - 5 * 60_000)}`,
  });
});

test('without the relay nothing else matters', () => {
  expect(deskState({ ...views.offline, availability: away, seat: null })).toMatchObject({
    kind: 'notReady',
    title: 'Not ready: the server cannot be reached',
    since: now - 38_000,
    mend: 'Try now',
  });
});

test('until the seat is known the desk is not called ready', () => {
  expect(deskState({ ...views.ready, seat: null })).toMatchObject({ tone: 'checking' });
  expect(deskState(views.connecting)).toMatchObject({ tone: 'checking' });
});

test('what is wrong is named, with the button that mends it, before anything that the agent chose', () => {
  expect(deskState({ ...views.notReadySilent, availability: away })).toEqual({
    kind: 'notReady',
    title: 'Not ready: your microphone is silent',
    sentence: 'Check the switch on the headset, or choose another microphone.',
    since: now - 60_000,
    mend: 'Try again',
  });
});

test('audio that does not answer is started again by the app; in a browser the page has to be reloaded', () => {
  const readiness = { status: 'notReady' as const, why: 'voiceGone' as const, since: now };
  const view = { ...views.ready, readiness };
  expect(deskState(view, now, 'electron')).toMatchObject({ sentence: 'Ringdesk is starting it again.' });
  expect(deskState(view, now, 'browser')).toMatchObject({ sentence: 'Reload this page.', mend: 'Reload this page' });
});

test('a desk without a proof is not called ready', () => {
  expect(deskState({ ...views.ready, readiness: { status: 'checking' } })).toMatchObject({ tone: 'checking' });
});

test('a moved seat names the other desk', () => {
  expect(deskState(views.movedOnCall)).toMatchObject({
    kind: 'elsewhere',
    seat: { deskName: 'DESK-14', onCall: true },
  });
});

test('who is away is told where the calls go', () => {
  expect(deskState(views.away)).toEqual({
    kind: 'line',
    tone: 'away',
    word: 'Away',
    detail: 'Calls ring at your colleagues.',
    way: wayBack,
  });
  expect(deskState(views.awayForLunch)).toMatchObject({ word: 'Away', detail: 'Lunch', way: wayBack });
});

test('do not disturb says until when, and on which day', () => {
  const until = new Date(now).setHours(23, 0);
  const says = (time: number) =>
    deskState({ ...views.ready, availability: { kind: 'doNotDisturb', until: time } }, now);
  expect(says(until)).toMatchObject({ tone: 'quiet', detail: `until ${timeOfDay(until)}`, way: wayBack });
  const morning = new Date(now + 86_400_000).setHours(8, 0);
  expect(says(morning)).toMatchObject({ detail: `until tomorrow, ${timeOfDay(morning)}` });
});

test('after-call time counts down to what comes next and can be ended', () => {
  const way = { command: { kind: 'endAfterCall' } };
  const countdown = { until: now + 42_000 };
  expect(deskState(views.afterCall)).toMatchObject({
    word: 'After-call',
    countdown: { ...countdown, words: 'ready again in' },
    way: { ...way, word: 'Ready now' },
  });
  expect(deskState(views.afterCallThenBreak)).toMatchObject({
    countdown: { ...countdown, words: 'then Break in' },
    way: { ...way, word: 'End now' },
  });
});

test('who was set away by a missed call is told so in a place of its own', () => {
  expect(deskState(views.missedAway)).toEqual({ kind: 'missedAway' });
});
