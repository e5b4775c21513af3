import { describe, expect, it } from 'vitest';
import { tellStory } from '../testing/desk-story.ts';
import { aLiveCall, aRecord, aSync } from '../testing/samples.ts';

const { channel, customer } = aLiveCall();
const callId = 'call-of-ours';
const dial = { kind: 'dial' as const, channel, customer, callId, dialId: 'dial' };
const live = (change: Parameters<typeof aLiveCall>[1]) =>
  aLiveCall(callId, { direction: 'outbound', phase: 'dialling', ...change });

const dialling = () => tellStory().ready().agent(dial);
const asked = () => dialling().voice({ kind: 'prepared', callId, sdp: 'our offer' });
const ringing = () => asked().relay({ name: 'call', body: live({ ringing: true }) });

describe('calling a customer', () => {
  it('makes the offer first, and asks the relay with it', () => {
    const story = dialling();
    expect(story.done()).toEqual([`voice offer ${callId}`]);
    expect(story.view().call).toMatchObject({ direction: 'outbound', phase: 'dialling', ringing: false });
    story.voice({ kind: 'prepared', callId, sdp: 'our offer' });
    expect(story.done()).toEqual(['ask dial']);
  });

  it('lets the agent hear that it rings, and opens the microphone with Meta’s answer', () => {
    const story = ringing();
    expect(story.done()).toEqual(['voice ringback on']);
    expect(story.view().call).toMatchObject({ ringing: true, microphone: 'closed' });
    story.relay({ name: 'call', body: live({ ringing: true, answer: 'their answer' }) });
    expect(story.done()).toEqual([`voice takeAnswer ${callId}`]);
    story.relay({ name: 'call', body: live({ phase: 'onCall', answer: 'their answer', startedAt: 5 }) });
    expect(story.done()).toEqual(['voice ringback off']);
    expect(story.view().call).toMatchObject({ phase: 'onCall', ringing: false });
  });

  it('takes the answer whenever it comes, once', () => {
    const story = asked().relay({ name: 'call', body: live({ phase: 'onCall', answer: 'their answer' }) });
    expect(story.done()).toEqual([`voice takeAnswer ${callId}`]);
    expect(story.relay({ name: 'call', body: live({ phase: 'onCall', answer: 'another' }) }).done()).toEqual([]);
  });

  it('says that the customer is heard before Meta does', () => {
    const reading = {
      seconds: 1,
      heardPackets: 50,
      heardLoss: 0,
      sentLoss: null,
      heardJitterMs: null,
      sentJitterMs: null,
      bufferMs: null,
      roundTripMs: null,
      heardLevel: 0.1,
      sentLevel: 0.1,
    };
    const story = ringing().voice({ kind: 'quality', callId, reading: { ...reading, heardPackets: 0 } });
    expect(story.done()).toEqual([]);
    expect(story.voice({ kind: 'quality', callId, reading }).done()).toEqual([`tell customer.heard ${callId}`]);
  });

  it('falls silent when the agent gives up', () => {
    const story = ringing().agent({ kind: 'end', callId });
    expect(story.done()).toEqual([`tell end ${callId}`, 'voice ringback off', `voice close ${callId}`]);
    const record = {
      ...aRecord(callId),
      direction: 'outbound' as const,
      outcome: 'unanswered' as const,
      endedBy: 'agent' as const,
    };
    expect(story.relay({ name: 'call.over', body: record }).view()).toMatchObject({
      call: null,
      over: { sentence: 'You gave up before the customer answered.' },
    });
  });

  it('is dropped when the agent gives up before anybody was asked', () => {
    const story = dialling().agent({ kind: 'end', callId });
    expect(story.done()).toEqual([`voice close ${callId}`]);
    expect(story.view().call).toBeNull();
  });

  it('says why the relay would not make it', () => {
    const problem = { code: 'dial.channel', sentence: 'This number is not yours to call from.' };
    const body = { callId, dialId: 'dial', channelId: channel.id, customerId: customer.id, sdp: 'our offer' };
    const story = asked().happen({
      from: 'relay.reply',
      at: 0,
      outcome: { asked: { name: 'dial', body }, reply: { ok: false, problem } },
    });
    expect(story.view()).toMatchObject({ call: null, over: { sentence: problem.sentence, tone: 'failure' } });
    expect(story.done()).toContain(`voice close ${callId}`);
  });

  it.each([
    ['dial.noPermission', 'noPermission'],
    ['dial.lastStrike', 'reasonNeeded'],
  ])('keeps the way out of a refusal with %s, until it is put away', (code, why) => {
    const problem = { code, sentence: 'Not now.' };
    const body = { callId, dialId: 'dial', channelId: channel.id, customerId: customer.id, sdp: 'our offer' };
    const story = asked().happen({
      from: 'relay.reply',
      at: 0,
      outcome: { asked: { name: 'dial', body }, reply: { ok: false, problem } },
    });
    const refusedDial = { customer, channel, why, sentence: 'Not now.' };
    expect(story.view()).toMatchObject({ call: null, over: null, refusedDial });
    expect(story.agent({ kind: 'dismissRefusedDial' }).view().refusedDial).toBeNull();
  });

  it('tells the relay why the customer is called all the same', () => {
    const story = tellStory()
      .ready()
      .agent({ ...dial, reason: 'The parcel waits' });
    story.voice({ kind: 'prepared', callId, sdp: 'our offer' });
    expect(story.everything()).toContainEqual(
      expect.objectContaining({
        asked: expect.objectContaining({ body: expect.objectContaining({ reason: 'The parcel waits' }) }),
      }),
    );
  });

  it('says so when the connection was lost before the relay had it', () => {
    const story = asked().lose().relay({ name: 'sync', body: aSync() });
    expect(story.view()).toMatchObject({ call: null, over: { tone: 'failure' } });
  });

  it('waits until no other call is here', () => {
    const story = tellStory().ready().ringing().agent(dial);
    expect(story.view()).toMatchObject({ call: null, problem: { code: 'dial.busy' } });
  });
});
