import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { HeadsetCallOfDesk } from '../../contract/window/headset.ts';
import type { VoiceCommand } from '../../contract/window/voice.ts';
import { headsetWishes } from '../../domain/headset/words.ts';
import { aLiveCall, aRecord, aRing, aSync, deskNow, relayNow } from '../testing/samples.ts';
import type { Effect } from './effects.ts';
import type { Fact } from './facts.ts';
import { initialState } from './initial-state.ts';
import { reduce } from './reduce.ts';

const settings = {
  relayUrl: '',
  microphone: null,
  speaker: null,
  ringtoneDevice: null,
  ringtoneVolume: 0.7,
  untoldAvailability: null,
};
const at = deskNow;
const ids = ['wacid.1', 'wacid.2', 'wacid.3'];
const anId = fc.constantFrom(...ids);
const phases = fc.constantFrom(
  'dialling' as const,
  'claimed' as const,
  'connecting' as const,
  'accepting' as const,
  'onCall' as const,
  'ending' as const,
);
const taken = { code: 'call.taken', sentence: 'Somebody was faster.' };
const trouble = { code: 'desk.badInput', sentence: 'That makes no sense here.' };
const overReasons = fc.constantFrom('answeredByColleague' as const, 'callerGaveUp' as const, 'seatMoved' as const);

const factOf = fc.oneof(
  fc
    .tuple(anId, fc.boolean())
    .map(([id, alone]): Fact => ({ from: 'relay', at, message: { name: 'ring', body: aRing(id, { alone }) } })),
  fc.tuple(anId, overReasons).map(([callId, reason]): Fact => {
    const body = { callId, ringId: `ring-${callId}`, reason, colleague: null, goesOn: null };
    return { from: 'relay', at, message: { name: 'ring.over', body } };
  }),
  fc
    .tuple(anId, phases)
    .map(([id, phase]): Fact => ({ from: 'relay', at, message: { name: 'call', body: aLiveCall(id, { phase }) } })),
  anId.map((id): Fact => ({ from: 'relay', at, message: { name: 'call.over', body: aRecord(id) } })),
  fc.tuple(fc.option(anId), fc.option(anId), phases).map(([ring, call, phase]): Fact => {
    const body = aSync({
      ring: ring === null ? null : aRing(ring),
      call: call === null ? null : aLiveCall(call, { phase }),
    });
    return { from: 'relay', at, message: { name: 'sync', body } };
  }),
  fc
    .tuple(anId, fc.constantFrom('answer' as const, 'decline' as const, 'end' as const))
    .map(([callId, kind]): Fact => ({ from: 'agent', at, command: { kind, callId } })),
  anId.map((callId): Fact => {
    const { channel, customer } = aLiveCall();
    return { from: 'agent', at, command: { kind: 'dial', callId, dialId: 'dial', channel, customer } };
  }),
  fc.tuple(anId, fc.boolean(), fc.option(fc.constant('their answer'))).map(([id, ringing, answer]): Fact => {
    const body = aLiveCall(id, { direction: 'outbound', phase: 'dialling', ringing, answer });
    return { from: 'relay', at, message: { name: 'call', body } };
  }),
  fc.tuple(anId, fc.boolean()).map(([callId, ok]): Fact => {
    const asked = {
      name: 'dial' as const,
      body: { callId, dialId: 'dial', channelId: 'channel', customerId: 'customer', sdp: 'sdp' },
    };
    const reply = ok ? { ok } : { ok, problem: trouble };
    return { from: 'relay.reply', at, outcome: { asked, reply: reply as { ok: true } } };
  }),
  fc.constant<Fact>({ from: 'agent', at, command: { kind: 'playRingtone' } }),
  fc
    .constantFrom('listen' as const, 'tone' as const, 'stop' as const)
    .map((action): Fact => ({ from: 'agent', at, command: { kind: 'testDesk', action } })),
  fc.boolean().map((muted): Fact => ({ from: 'agent', at, command: { kind: 'setMuted', muted } })),
  fc
    .tuple(anId, fc.constantFrom('ok' as const, 'gone' as const, 'refused' as const, 'silence' as const))
    .map(([callId, answer]): Fact => {
      const reply =
        answer === 'silence'
          ? null
          : answer === 'ok'
            ? { ok: true as const }
            : { ok: false as const, problem: answer === 'gone' ? taken : trouble };
      const asked = { name: 'answer' as const, body: { callId, ringId: `ring-${callId}`, sdp: 'sdp' } };
      return { from: 'relay.reply', at, outcome: { asked, reply } };
    }),
  anId.map((callId): Fact => ({ from: 'voice', at, event: { kind: 'prepared', callId, sdp: 'sdp' } })),
  anId.map((callId): Fact => ({ from: 'voice', at, event: { kind: 'connected', callId } })),
  fc.tuple(anId, fc.boolean()).map(
    ([callId, fatal]): Fact => ({
      from: 'voice',
      at,
      event: { kind: 'mediaProblem', callId, fatal, problem: trouble },
    }),
  ),
  fc.constant<Fact>({ from: 'voice', at, event: { kind: 'started' } }),
  fc.constantFrom<'found' | 'none'>('found', 'none').map(
    (status): Fact => ({
      from: 'voice',
      at,
      event: { kind: 'headset', found: { status, name: 'A headset', can: ['answer'] }, problem: null },
    }),
  ),
  fc
    .tuple(anId, fc.constantFrom(...headsetWishes))
    .map(([callId, wish]): Fact => ({ from: 'voice', at, event: { kind: 'headsetWish', callId, wish } })),
  fc.boolean().map((on): Fact => ({ from: 'agent', at, command: { kind: 'tryHeadset', on } })),
  fc.constant<Fact>({ from: 'connection', at, change: { kind: 'lost', problem: trouble } }),
  fc.constant<Fact>({ from: 'connection', at, change: { kind: 'refused' } }),
  fc.constant<Fact>({ from: 'connection', at, change: { kind: 'putOut' } }),
  fc.constantFrom(0, 40_000).map((later): Fact => ({ from: 'clock', at: relayNow + later })),
);

type Holds = {
  tested: boolean;
  open: string | null;
  ours: boolean;
  answered: boolean;
  attached: boolean;
  ringtone: boolean;
  ringback: boolean;
  headset: HeadsetCallOfDesk;
  headsetTried: boolean;
};

const nothing: Holds = {
  tested: false,
  open: null,
  ours: false,
  answered: false,
  attached: false,
  ringtone: false,
  ringback: false,
  headset: null,
  headsetTried: false,
};

/** A voice page that complains about every command that makes no sense. */
function createStrictVoice() {
  const voice: Holds = { ...nothing };
  return {
    voice,
    restart: () => Object.assign(voice, nothing),
    obey(command: VoiceCommand) {
      switch (command.kind) {
        case 'prepare':
          expect(voice.open).toBeNull();
          Object.assign(voice, { open: command.callId, ours: false, answered: false, attached: false });
          break;
        case 'offer':
          expect(voice).toMatchObject({ open: null, ringtone: false });
          Object.assign(voice, { open: command.callId, ours: true, answered: false, attached: false });
          break;
        case 'takeAnswer':
          expect(voice).toMatchObject({ open: command.callId, ours: true, answered: false });
          voice.answered = true;
          break;
        case 'ringback':
          voice.ringback = command.on;
          break;
        case 'answer':
          expect(voice).toMatchObject({ open: command.callId, ours: false, answered: false });
          voice.answered = true;
          break;
        case 'attach':
          expect(voice).toMatchObject({ open: command.callId, answered: true, attached: false });
          voice.attached = true;
          break;
        case 'close':
          expect(voice.open).toBe(command.callId);
          voice.open = null;
          break;
        case 'testDesk':
          if (command.action !== 'stop') expect(voice).toMatchObject({ open: null, ringtone: false });
          voice.tested = command.action !== 'stop';
          break;
        case 'headset':
          expect(command.call).not.toEqual(voice.headset);
          voice.headset = command.call;
          break;
        case 'tryHeadset':
          if (command.on) expect(voice).toMatchObject({ open: null, headset: null });
          voice.headsetTried = command.on;
          break;
        case 'playRingtone':
          expect(voice).toMatchObject({ open: null, ringtone: false });
          break;
        case 'ringtone':
          voice.ringtone = command.on;
      }
    },
  };
}

function live(facts: Fact[]) {
  const strict = createStrictVoice();
  const effects: Effect[] = [];
  let state = initialState(settings);
  const take = (fact: Fact) => {
    if (fact.from === 'voice' && fact.event.kind === 'started') strict.restart();
    const next = reduce(state, fact);
    state = next.state;
    effects.push(...next.effects);
    for (const effect of next.effects) if (effect.kind === 'voice') strict.obey(effect.command);
    const liveCall = state.call !== null && state.call.phase !== 'ending' ? state.call.callId : null;
    const ring = state.ring !== null && state.ring.stage !== 'declining' ? state.ring.callId : null;
    expect(strict.voice.open).toBe(liveCall ?? ring);
    if (state.ring !== null || state.call !== null)
      expect(strict.voice).toMatchObject({ tested: false, headsetTried: false });
    const heldFor = state.headset.found.status === 'found' ? (liveCall ?? ring) : null;
    expect(strict.voice.headset?.callId ?? null).toBe(heldFor);
    if (strict.voice.headset?.stage === 'ringing') expect(strict.voice.ringtone).toBe(true);
    if (liveCall !== null && strict.voice.headset !== null)
      expect(strict.voice.headset).toMatchObject({ stage: 'onCall', muted: state.call?.muted });
    expect(strict.voice.ringback).toBe(state.call?.phase === 'dialling' && state.call.dial?.ringing === true);
    expect(strict.voice.ringtone).toBe(liveCall === null && state.ring?.stage === 'ringing');
    if (strict.voice.attached && strict.voice.open !== null) expect(state.call).toMatchObject({ phase: 'onCall' });
  };
  facts.forEach(take);
  return { take, strict, effects, getState: () => state };
}

const history = fc.array(factOf, { maxLength: 40 });

it('the voice page holds exactly the live call, else the ring, else nothing', () => {
  fc.assert(
    fc.property(history, (facts) => void live(facts)),
    { numRuns: 2_000 },
  );
});

it('when everything is over, nothing is open and nothing rings', () => {
  fc.assert(
    fc.property(history, (facts) => {
      const desk = live(facts);
      for (const id of ids) desk.take({ from: 'relay', at, message: { name: 'call.over', body: aRecord(id) } });
      expect(desk.strict.voice).toMatchObject({ open: null, ringtone: false, ringback: false, headset: null });
      expect(desk.getState()).toMatchObject({ ring: null, call: null });
    }),
    { numRuns: 1_000 },
  );
});

it('after a sync the desk has what the relay has', () => {
  fc.assert(
    fc.property(history, (facts) => {
      const desk = live(facts);
      const body = aSync({ ring: aRing('wacid.1'), call: null });
      desk.take({ from: 'relay', at, message: { name: 'sync', body } });
      expect(desk.getState()).toMatchObject({
        call: null,
        ring: { callId: 'wacid.1' },
        connection: { status: 'online' },
      });
    }),
    { numRuns: 500 },
  );
});
