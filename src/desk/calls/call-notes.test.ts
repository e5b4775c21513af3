import { expect, test } from 'vitest';
import { tellStory } from '../testing/desk-story.ts';
import { aLiveCall, aRecord, aSync, budi, deskNow } from '../testing/samples.ts';

const callId = 'wacid.1';
const write = (text: string, seen = 0) => ({ kind: 'writeNote' as const, callId, text, seen });

const onCall = () =>
  tellStory()
    .ready()
    .ringing()
    .agent({ kind: 'answer', callId })
    .accepted()
    .relay({ name: 'call', body: aLiveCall(callId, { phase: 'onCall' }) });

type Story = ReturnType<typeof onCall>;

const noteIn = (story: Story) => story.view().notes[callId];

function told(story: Story, ok = true): Story {
  const { text = '', version = 0 } = noteIn(story) ?? {};
  const reply = ok ? { ok } : { ok, problem: { code: 'desk.unknownCommand', sentence: 'Not known.' } };
  return story.happen({
    from: 'relay.told',
    at: deskNow,
    told: { name: 'call.note', body: { callId, note: { text, version } } },
    reply: reply as { ok: true },
  });
}

test('each letter is kept here first, then told, and saved when the relay has it', () => {
  const story = onCall().agent(write('W'));
  expect(story.done()).toEqual(['keep note W', `tell call.note ${callId}`]);
  story.agent(write('Wa'));
  expect(noteIn(story)).toMatchObject({ text: 'Wa', stand: 'sending' });
  told(story);
  expect(noteIn(story)).toMatchObject({ text: 'Wa', stand: 'sent' });
  expect(story.done()).toEqual([`drop note ${callId}`]);
});

test('without the relay it stays on this computer, and is told when the relay is back', () => {
  const story = onCall().lose().agent(write('Two boxes.'));
  expect(noteIn(story)).toMatchObject({ stand: 'here' });
  story.relay({ name: 'sync', body: aSync({ call: aLiveCall(callId, { phase: 'onCall' }) }) });
  expect(story.done()).toContain(`tell call.note ${callId}`);
  expect(noteIn(story)).toMatchObject({ stand: 'sending' });
});

test('a relay that does not take it is not asked again before it is back, and nothing is called saved', () => {
  const story = onCall().agent(write('Two boxes.'));
  told(story, false);
  expect(noteIn(story)).toMatchObject({ text: 'Two boxes.', stand: 'here' });
});

test('what was typed while an older state was on its way is not taken for saved', () => {
  const story = onCall().agent(write('Two'));
  const older = noteIn(story);
  story.agent(write('Two boxes'));
  story.happen({
    from: 'relay.told',
    at: deskNow,
    told: { name: 'call.note', body: { callId, note: { text: 'Two', version: older?.version ?? 0 } } },
    reply: { ok: true },
  });
  expect(noteIn(story)).toMatchObject({ text: 'Two boxes', stand: 'sending' });
});

test('a disk that does not take it is said', () => {
  const story = onCall().lose().agent(write('Two boxes.'));
  const { version = 0 } = noteIn(story) ?? {};
  story.happen({ from: 'keeper', at: deskNow, callId, version });
  expect(noteIn(story)).toMatchObject({ stand: 'unkept' });
});

test('the record takes over what it has; a later word from another desk replaces what is here, an older one does not', () => {
  const story = onCall().agent(write('Two boxes.'));
  const note = { text: 'Two boxes.', version: noteIn(story)?.version ?? 0 };
  story.relay({ name: 'call.over', body: aRecord(callId, { note: { text: 'Two', version: note.version - 1 } }) });
  expect(noteIn(story)).toMatchObject({ text: 'Two boxes.' });
  story.relay({ name: 'call.over', body: aRecord(callId, { note }) });
  expect(noteIn(story)).toBeUndefined();

  story.agent(write('Three boxes.', note.version));
  expect(noteIn(story)?.version).toBeGreaterThan(note.version);
  const later = { text: 'None.', version: (noteIn(story)?.version ?? 0) + 1 };
  story.relay({ name: 'call.over', body: aRecord(callId, { note: later }) });
  expect(noteIn(story)).toBeUndefined();
});

test('a note waits for its own agent: whoever signs in next neither sees nor sends it', () => {
  const story = onCall().lose().agent(write('Two boxes.'));
  story.relay({ name: 'signed.out', body: { code: 'token', sentence: 'Sign in again.' } });
  story.relay({ name: 'sync', body: aSync({ agent: { ...budi, id: 'agent-2', name: 'Sari' } }) });
  expect(noteIn(story)).toBeUndefined();
  expect(story.done().filter((done) => done.startsWith('tell call.note'))).toEqual([]);
  story.relay({ name: 'sync', body: aSync() });
  expect(noteIn(story)).toMatchObject({ text: 'Two boxes.' });
});
