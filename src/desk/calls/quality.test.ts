import { expect, it } from 'vitest';
import { tellStory } from '../testing/desk-story.ts';
import { aLiveCall, aReading, aRecord } from '../testing/samples.ts';

const callId = 'wacid.1';

function onCall() {
  return tellStory()
    .ready()
    .ringing()
    .agent({ kind: 'answer', callId })
    .accepted()
    .voice({ kind: 'microphone', state: 'live', problem: null })
    .relay({ name: 'call', body: aLiveCall(callId, { phase: 'onCall', startedAt: 1 }) });
}

function heard(story: ReturnType<typeof onCall>, seconds: number, change: Partial<typeof aReading> = {}) {
  for (let second = 0; second < seconds; second += 1)
    story.voice({ kind: 'quality', callId, reading: { ...aReading, ...change } });
  return story;
}

it('is shown from the first second on, and says when the microphone is silent but not when it is muted', () => {
  const story = onCall();
  expect(story.view().call?.quality).toBeNull();
  heard(story, 1);
  expect(story.view().call?.quality).toMatchObject({ verdict: 'good', bars: 4, roundTripMs: 80 });
  heard(story, 6, { sentLevel: 0 });
  expect(story.view().call?.quality?.verdict).toBe('microphoneSilent');
  story.agent({ kind: 'setMuted', muted: true });
  heard(story, 6, { sentLevel: 0 });
  expect(story.view().call?.quality?.verdict).toBe('good');
});

it('is told to the relay once, when the agent ends the call', () => {
  const story = heard(onCall(), 3).agent({ kind: 'end', callId });
  expect(story.done()).toEqual(['tell end wacid.1', 'voice close wacid.1', 'tell call.quality wacid.1']);
  expect(story.relay({ name: 'call.over', body: aRecord(callId) }).done()).not.toContain('tell call.quality wacid.1');
});

it('is told after the end too, when the customer ended it', () => {
  const story = heard(onCall(), 3).relay({ name: 'call.over', body: aRecord(callId) });
  expect(story.done()).toEqual([
    'record wacid.1',
    'forget wacid.1',
    'voice close wacid.1',
    'tell call.quality wacid.1',
  ]);
});

it('is not told when nothing was measured', () => {
  expect(onCall().agent({ kind: 'end', callId }).done()).not.toContain('tell call.quality wacid.1');
});

it('says that it reconnects while nothing arrives from the customer, muted or not, and ends the call when Meta would', () => {
  const story = heard(heard(onCall(), 3), 10, { heardLevel: 0 });
  expect(story.view().call?.problem).toBeNull();
  heard(story, 3, { heardPackets: 0 });
  expect(story.view().call).toMatchObject({ phase: 'onCall', problem: { code: 'media.reconnecting' } });
  heard(story, 1);
  expect(story.view().call?.problem).toBeNull();
  heard(story, 29, { heardPackets: 0 });
  expect(story.view().call?.phase).toBe('onCall');
  heard(story, 1, { heardPackets: 0 });
  expect(story.view().call).toMatchObject({ phase: 'ending', problem: { code: 'media.silent' } });
  expect(story.done()).toEqual(['tell media.failed wacid.1', 'voice close wacid.1', 'tell call.quality wacid.1']);
});

it('ends a call sooner from which nothing ever came', () => {
  const story = heard(onCall(), 20, { heardPackets: 0 });
  expect(story.view().call).toMatchObject({ phase: 'ending', problem: { code: 'media.neverHeard' } });
});
