import { describe, expect, it } from 'vitest';
import { tellStory } from '../testing/desk-story.ts';
import { aLiveCall, aRecord, aRing, aSync, relayNow } from '../testing/samples.ts';

const callId = 'wacid.1';
const live = aLiveCall(callId, { phase: 'onCall', startedAt: relayNow });
const onCall = () =>
  tellStory().ready().ringing().agent({ kind: 'answer', callId }).accepted().relay({ name: 'call', body: live });
const claiming = () => tellStory().ready().ringing().agent({ kind: 'answer', callId });
const sync = (change: Parameters<typeof aSync>[0]) => ({ name: 'sync' as const, body: aSync(change) });

describe('what was missed while the relay was away', () => {
  it('a ring that is gone falls silent', () => {
    const story = tellStory().ready().ringing().lose().relay(sync({}));
    expect(story.done()).toContain('voice close wacid.1');
    expect(story.done()).toContain('voice ringtone off');
    expect(story.view()).toMatchObject({ ring: null, over: { tone: 'plain' }, connection: { status: 'online' } });
  });

  it('a new ring in place of an old one is prepared', () => {
    const story = tellStory()
      .ready()
      .ringing()
      .lose()
      .relay(sync({ ring: aRing('wacid.2') }));
    expect(story.done()).toEqual(expect.arrayContaining(['voice close wacid.1', 'voice prepare wacid.2']));
    expect(story.view().ring?.callId).toBe('wacid.2');
  });

  it('a ring that is still there goes on, untouched', () => {
    const story = tellStory()
      .ready()
      .ringing()
      .lose()
      .relay(sync({ ring: aRing() }));
    expect(story.done()).toEqual(['tellUntold']);
  });

  it('an answer that may have been lost is sent again', () => {
    const story = claiming()
      .lose()
      .relay(sync({ ring: aRing() }));
    expect(story.done()).toEqual(['ask answer', 'tellUntold']);
  });

  it('an answer that won becomes the call', () => {
    const story = claiming()
      .lose()
      .relay(sync({ call: aLiveCall() }));
    expect(story.view()).toMatchObject({ ring: null, call: { callId, phase: 'connecting' } });
    expect(story.done()).toEqual(['tellUntold', 'voice answer wacid.1']);
  });

  it('a live call keeps its audio', () => {
    const story = onCall()
      .lose()
      .relay(sync({ call: live }));
    expect(story.done()).toEqual(['tellUntold']);
    expect(story.view().call).toMatchObject({ phase: 'onCall', problem: null });
  });

  it('a call that ended is recorded and told', () => {
    const story = onCall()
      .lose()
      .relay(sync({ ended: [aRecord()] }));
    expect(story.done()).toEqual(['record wacid.1', 'forget wacid.1', 'tellUntold', 'voice close wacid.1']);
    expect(story.view().over?.sentence).toBe('Ended after 4:12.');
  });

  it('a call that is gone without a record is over too', () => {
    const story = onCall().lose().relay(sync({}));
    expect(story.view()).toMatchObject({
      call: null,
      over: { sentence: 'The call ended while the connection was lost.' },
    });
    expect(story.done()).toContain('voice close wacid.1');
  });

  it('a call from before a restart cannot be saved', () => {
    const story = tellStory().relay(sync({ call: live }));
    expect(story.done()).toEqual(['tell media.failed wacid.1', 'tellUntold']);
    expect(story.view().call).toMatchObject({ phase: 'ending', problem: { code: 'voice.absent' } });
  });
});

describe('seat and availability', () => {
  it('a seat that moved takes its ring along', () => {
    const seat = { status: 'moved' as const, deskName: 'Laptop', at: relayNow, onCall: false };
    const story = tellStory().ready().ringing().relay(sync({ seat }));
    expect(story.view()).toMatchObject({ ring: null, seat: { deskName: 'Laptop', at: relayNow + 5_000 } });
    expect(story.agent({ kind: 'takeOver' }).done()).toEqual(['ask takeOver']);
  });

  it('does not take over from a desk in a call', () => {
    const seat = { status: 'elsewhere' as const, deskName: 'Laptop', at: relayNow, onCall: true };
    const story = tellStory().relay(sync({ seat })).agent({ kind: 'takeOver' });
    expect(story.view().problem?.code).toBe('seat.inCall');
  });

  it('adopts what the relay says when the agent said nothing', () => {
    const story = tellStory()
      .ready()
      .relay(sync({ availability: { kind: 'break' }, awayReasons: ['Prayer'] }));
    expect(story.view()).toMatchObject({ availability: { kind: 'break' }, awayReasons: ['Prayer'] });
  });
});

describe('signing out', () => {
  it('closes what is open when the token is refused', () => {
    const story = onCall().happen({ from: 'connection', at: 0, change: { kind: 'refused' } });
    expect(story.done()).toEqual(['leave', 'voice close wacid.1']);
    expect(story.view().session).toMatchObject({ status: 'signedOut', problem: { code: 'session.expired' } });
  });
});
