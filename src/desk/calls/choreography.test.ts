import { describe, expect, it } from 'vitest';
import { tellStory } from '../testing/desk-story.ts';
import { aLiveCall, aRecord, aRing, aSync, relayNow } from '../testing/samples.ts';

const callId = 'wacid.1';
const onCall = () =>
  tellStory()
    .ready()
    .ringing()
    .agent({ kind: 'answer', callId })
    .accepted()
    .relay({ name: 'call', body: aLiveCall(callId, { phase: 'onCall', startedAt: relayNow }) });
const trouble = { code: 'media.lost', sentence: 'The network lost the call.' };

describe('a call that is answered', () => {
  it('prepares while it rings and touches nothing else', () => {
    const story = tellStory().ready().relay({ name: 'ring', body: aRing() });
    expect(story.done()).toEqual(['voice prepare wacid.1', 'voice ringtone on']);
    expect(story.view().ring).toMatchObject({ answering: false, from: relayNow + 5_000, until: relayNow + 30_000 });
  });

  it('is claimed the moment Answer is pressed', () => {
    const story = tellStory().ready().ringing().agent({ kind: 'answer', callId });
    expect(story.done()).toEqual(['voice ringtone off', 'ask answer']);
    expect(story.view().ring?.answering).toBe(true);
    expect(story.agent({ kind: 'answer', callId }).done()).toEqual([]);
  });

  it('waits for the answer to be made when Answer comes first', () => {
    const story = tellStory().ready().relay({ name: 'ring', body: aRing() }).agent({ kind: 'answer', callId });
    expect(story.done()).toEqual(['voice ringtone off']);
    story.voice({ kind: 'prepared', callId, sdp: 'sdp' });
    expect(story.done()).toEqual(['ask answer']);
  });

  it('begins its media when it is ours, and gets the microphone only when Meta has accepted', () => {
    const story = tellStory().ready().ringing().agent({ kind: 'answer', callId }).accepted();
    expect(story.done()).toEqual(['voice answer wacid.1']);
    expect(story.view()).toMatchObject({ ring: null, call: { phase: 'connecting', startedAt: null } });
    expect(story.voice({ kind: 'connected', callId }).done()).toEqual(['tell media.connected wacid.1']);
    story.relay({ name: 'call', body: aLiveCall(callId, { phase: 'accepting' }) });
    expect(story.done()).toEqual([]);
    story.relay({ name: 'call', body: aLiveCall(callId, { phase: 'onCall', startedAt: relayNow - 1_000 }) });
    expect(story.done()).toEqual(['voice attach wacid.1']);
    expect(story.view().call).toMatchObject({ phase: 'onCall', startedAt: relayNow + 4_000 });
  });

  it('begins its media with the click where no other desk rings, and begins anew when the claim comes to nothing', () => {
    const story = tellStory()
      .ready()
      .relay({ name: 'ring', body: aRing(callId, { alone: true }) })
      .voice({ kind: 'prepared', callId, sdp: 'sdp' })
      .agent({ kind: 'answer', callId });
    expect(story.done()).toEqual(['voice ringtone off', 'ask answer', 'voice answer wacid.1']);
    expect(story.voice({ kind: 'connected', callId }).done()).toEqual(['tell media.connected wacid.1']);
    expect(story.accepted().done()).toEqual([]);

    const again = tellStory()
      .ready()
      .relay({ name: 'ring', body: aRing(callId, { alone: true }) })
      .voice({ kind: 'prepared', callId, sdp: 'sdp' })
      .agent({ kind: 'answer', callId })
      .replied(callId, { ok: false, problem: trouble });
    expect(again.done()).toEqual(['voice close wacid.1', 'voice prepare wacid.1', 'voice ringtone on']);
  });

  it('waits with its media for a relay that is away', () => {
    const story = tellStory()
      .ready()
      .relay({ name: 'ring', body: aRing(callId, { alone: true }) })
      .voice({ kind: 'prepared', callId, sdp: 'sdp' })
      .lose()
      .agent({ kind: 'answer', callId });
    expect(story.done()).toEqual(['voice ringtone off', 'ask answer']);
  });

  it('becomes the call whichever word comes first', () => {
    const claiming = () => tellStory().ready().ringing().agent({ kind: 'answer', callId });
    const byCall = claiming().relay({ name: 'call', body: aLiveCall(callId, { phase: 'claimed' }) });
    for (const story of [byCall, claiming().accepted()]) {
      expect(story.view()).toMatchObject({ ring: null, over: null, call: { callId, phase: 'connecting' } });
      expect(story.accepted().done()).toEqual([]);
    }
  });

  it('closes everything and says how long it lasted', () => {
    const story = onCall().relay({ name: 'call.over', body: aRecord() });
    expect(story.done()).toEqual(['record wacid.1', 'forget wacid.1', 'voice close wacid.1']);
    expect(story.view()).toMatchObject({
      call: null,
      historyRevision: 1,
      over: { sentence: 'Ended after 4:12.', tone: 'plain' },
    });
  });
});

describe('a call that somebody else got', () => {
  it('names the colleague', () => {
    const over = {
      ringId: 'ring-wacid.1',
      callId,
      reason: 'answeredByColleague' as const,
      colleague: 'Sari',
      goesOn: null,
    };
    const story = tellStory().ready().ringing().relay({ name: 'ring.over', body: over });
    expect(story.done()).toEqual(['forget wacid.1', 'voice ringtone off', 'voice close wacid.1']);
    expect(story.view()).toMatchObject({ ring: null, over: { sentence: 'Answered by Sari.' } });
  });

  it('names the colleague when the refusal comes first', () => {
    const story = tellStory().ready().ringing().agent({ kind: 'answer', callId });
    story.replied(callId, { ok: false, problem: { code: 'call.taken', sentence: 'A colleague was faster.' } });
    expect(story.done()).toEqual(['forget wacid.1', 'voice close wacid.1']);
    expect(story.view().over).toMatchObject({ sentence: 'A colleague was faster.', tone: 'plain' });
    story.relay({
      name: 'ring.over',
      body: { ringId: 'ring-wacid.1', callId, reason: 'answeredByColleague', colleague: 'Sari', goesOn: null },
    });
    expect(story.view().over?.sentence).toBe('Answered by Sari.');
  });

  it('rings on, with the reason, when the refusal does not say that the call is gone', () => {
    const problem = { code: 'desk.badInput', sentence: 'Is the app up to date?' };
    const story = tellStory().ready().ringing().agent({ kind: 'answer', callId });
    story.replied(callId, { ok: false, problem });
    expect(story.done()).toEqual(['voice ringtone on']);
    expect(story.view()).toMatchObject({ ring: { callId, answering: false }, over: null, problem });
    expect(story.agent({ kind: 'answer', callId }).done()).toEqual(['voice ringtone off', 'ask answer']);
  });

  it('falls silent when that refusal comes after the last moment to answer', () => {
    const story = tellStory().ready().ringing().agent({ kind: 'answer', callId });
    const asked = { name: 'answer' as const, body: { callId, ringId: `ring-${callId}`, sdp: 'sdp' } };
    const reply = { ok: false as const, problem: { code: 'desk.badInput', sentence: 'Is the app up to date?' } };
    story.happen({ from: 'relay.reply', at: relayNow + 60_000, outcome: { asked, reply } });
    expect(story.view()).toMatchObject({ ring: null, over: { sentence: 'The call rang out.' } });
  });
});

describe('declining', () => {
  it('removes the card at once', () => {
    const story = tellStory().ready().ringing().agent({ kind: 'decline', callId });
    expect(story.done()).toEqual(['ask decline', 'voice ringtone off', 'voice close wacid.1']);
    expect(story.view()).toMatchObject({ ring: null, over: { sentence: 'Declined for you.' } });
  });

  it('is said again when the relay still rings after a reconnect', () => {
    const story = tellStory().ready().ringing().lose().agent({ kind: 'decline', callId });
    story.relay({ name: 'sync', body: aSync({ ring: aRing() }) });
    expect(story.done()).toEqual(['ask decline', 'tellUntold']);
    expect(story.view().ring).toBeNull();
  });
});

describe('hanging up', () => {
  it('closes the microphone at once and tells the relay', () => {
    const story = onCall().agent({ kind: 'end', callId });
    expect(story.done()).toEqual(['tell end wacid.1', 'voice close wacid.1']);
    expect(story.view().call).toMatchObject({ phase: 'ending', microphone: 'closed' });
    expect(story.agent({ kind: 'end', callId }).done()).toEqual([]);
  });

  it('works while the relay is away, and says so', () => {
    const story = onCall().lose();
    expect(story.view().call?.problem?.code).toBe('relay.lostInCall');
    story.agent({ kind: 'end', callId });
    expect(story.view().call).toMatchObject({ phase: 'ending', problem: { code: 'relay.lostWhileEnding' } });
    story.relay({ name: 'sync', body: aSync({ call: aLiveCall(callId, { phase: 'onCall', startedAt: relayNow }) }) });
    expect(story.done()).toEqual(['tell end wacid.1', 'tellUntold']);
    expect(story.view().call?.phase).toBe('ending');
  });

  it('ends here when the relay knows no such call', () => {
    const story = onCall().agent({ kind: 'end', callId });
    const reply = { ok: false as const, problem: { code: 'call.unknown', sentence: 'The call is over already.' } };
    story.happen({ from: 'relay.told', at: 0, told: { name: 'end', body: { callId } }, reply });
    expect(story.view()).toMatchObject({ call: null, over: { sentence: 'The call is over already.' } });
  });

  it('goes on ending when the refusal does not say that the call is gone, and is said again', () => {
    const story = onCall().agent({ kind: 'end', callId });
    const problem = { code: 'desk.notSeated', sentence: 'Take over here first.' };
    const told = { name: 'end' as const, body: { callId } };
    story.happen({ from: 'relay.told', at: 0, told, reply: { ok: false, problem } });
    expect(story.done()).toEqual([]);
    expect(story.view()).toMatchObject({ call: { phase: 'ending', microphone: 'closed' }, problem });
    story.relay({ name: 'sync', body: aSync({ call: aLiveCall(callId, { phase: 'onCall' }) }) });
    expect(story.done()).toEqual(['tell end wacid.1', 'tellUntold']);
    story.relay({ name: 'sync', body: aSync({ call: aLiveCall(callId, { phase: 'ending' }) }) });
    expect(story.done()).toEqual(['tellUntold']);
  });

  it('works before the relay has said who got the call', () => {
    const story = tellStory().ready().ringing().agent({ kind: 'answer', callId }).agent({ kind: 'decline', callId });
    expect(story.done()).toEqual(['tell end wacid.1', 'voice close wacid.1']);
    expect(story.accepted().view()).toMatchObject({ ring: null, call: { phase: 'ending' } });
  });
});

describe('trouble with the audio', () => {
  it('reconnects without ending', () => {
    const story = onCall().voice({ kind: 'mediaProblem', callId, fatal: false, problem: trouble });
    expect(story.view().call).toMatchObject({ phase: 'onCall', problem: trouble });
    expect(story.voice({ kind: 'mediaRestored', callId }).view().call?.problem).toBeNull();
  });

  it('ends the call when it is lost for good', () => {
    const story = onCall().voice({ kind: 'mediaProblem', callId, fatal: true, problem: trouble });
    expect(story.done()).toEqual(['tell media.failed wacid.1', 'voice close wacid.1']);
    expect(story.view().call).toMatchObject({ phase: 'ending', problem: trouble });
  });

  it('keeps the call when the microphone fails, and says what to do', () => {
    const problem = { code: 'microphone.denied', sentence: 'Allow it.' };
    const story = onCall().voice({ kind: 'microphone', state: 'failed', problem });
    expect(story.view().call).toMatchObject({ phase: 'onCall', microphone: 'failed', problem });
    expect(story.agent({ kind: 'retryMicrophone' }).done()).toEqual(['voice retryMicrophone']);
  });

  it('says that the speaker was unplugged, until another one is chosen', () => {
    const problem = { code: 'speaker.switched', sentence: 'Unplugged.' };
    const story = onCall().voice({ kind: 'speaker', problem });
    expect(story.view().call).toMatchObject({ phase: 'onCall', problem });
    expect(story.voice({ kind: 'speaker', problem: null }).view().call?.problem).toBeNull();
  });

  it('gives up a call whose voice page started again', () => {
    const story = onCall().voice({ kind: 'started' });
    expect(story.done()).toEqual([
      'voice chooseMicrophone',
      'voice chooseSpeaker',
      'voice chooseRingtoneDevice',
      'voice setRingtoneVolume',
      'tell media.failed wacid.1',
    ]);
    expect(story.view().call).toMatchObject({ phase: 'ending', problem: { code: 'voice.restarted' } });
  });

  it('prepares a ring anew when the voice page started again', () => {
    const story = tellStory().ready().ringing().voice({ kind: 'started' });
    expect(story.done()).toContain('voice prepare wacid.1');
    expect(story.done()).toContain('voice ringtone on');
  });
});

describe('a second call', () => {
  it('makes no sound during the first and rings when that is over', () => {
    const story = onCall().relay({ name: 'ring', body: aRing('wacid.2') });
    expect(story.done()).toEqual([]);
    expect(story.agent({ kind: 'answer', callId: 'wacid.2' }).view().problem?.code).toBe('call.busy');
    story.relay({ name: 'call.over', body: aRecord() });
    expect(story.done().slice(-3)).toEqual(['voice close wacid.1', 'voice prepare wacid.2', 'voice ringtone on']);
  });

  it('mutes each call by itself', () => {
    const story = onCall().agent({ kind: 'setMuted', muted: true });
    expect(story.done()).toEqual(['voice mute']);
    story
      .relay({ name: 'call.over', body: aRecord() })
      .ringing('wacid.2')
      .agent({ kind: 'answer', callId: 'wacid.2' })
      .accepted('wacid.2');
    expect(story.view().call?.muted).toBe(false);
  });
});

describe('the ringtone', () => {
  const monitor = { deviceId: 'm1', label: 'Monitor' };

  it('has a device and a volume of its own, which are kept and told to a voice page that starts again', () => {
    const story = tellStory().ready().agent({ kind: 'chooseRingtoneDevice', device: monitor });
    expect(story.done()).toEqual(['settings', 'voice chooseRingtoneDevice']);
    expect(story.agent({ kind: 'setRingtoneVolume', volume: 0.3 }).done()).toEqual([
      'settings',
      'voice setRingtoneVolume',
    ]);
    expect(story.view().devices).toMatchObject({ ringtone: 'm1', ringtoneVolume: 0.3 });
    story.voice({ kind: 'started' });
    const told = story.everything().flatMap((effect) => (effect.kind === 'voice' ? [effect.command] : []));
    expect(told.slice(-2)).toEqual([
      { kind: 'chooseRingtoneDevice', device: monitor },
      { kind: 'setRingtoneVolume', volume: 0.3 },
    ]);
  });

  it('is played to who wants to hear it, but not into a ring or a call', () => {
    expect(tellStory().ready().agent({ kind: 'playRingtone' }).done()).toEqual(['voice playRingtone']);
    for (const story of [tellStory().ready().ringing(), onCall()]) {
      expect(story.agent({ kind: 'playRingtone' }).done()).toEqual([]);
      expect(story.view().problem?.code).toBe('call.first');
    }
  });
});

describe('the test of the devices', () => {
  const listening = () =>
    tellStory()
      .ready()
      .agent({ kind: 'testDesk', action: 'listen' })
      .voice({ kind: 'deskTest', stage: 'listening', problem: null });

  it('is told to the voice page and shown as it stands', () => {
    const story = listening();
    expect(story.view().deskTest).toEqual({ stage: 'listening', problem: null });
    expect(story.agent({ kind: 'testDesk', action: 'stop' }).done()).toEqual(['voice testDesk']);
    story.voice({ kind: 'deskTest', stage: 'closed', problem: null });
    expect(story.view().deskTest.stage).toBe('closed');
  });

  it('gives way to a call that rings, before anything of the call is begun', () => {
    const story = listening().relay({ name: 'ring', body: aRing() });
    expect(story.done()).toEqual(['voice testDesk', 'voice prepare wacid.1', 'voice ringtone on']);
    expect(story.view().deskTest.stage).toBe('closed');
    expect(story.agent({ kind: 'testDesk', action: 'listen' }).done()).toEqual([]);
    expect(story.view().problem?.code).toBe('call.first');
  });
});
