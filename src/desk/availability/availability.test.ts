import { describe, expect, it } from 'vitest';
import type { Reply } from '../../contract/desk/words.ts';
import type { Availability, AvailabilityChoice } from '../../domain/people/availability.ts';
import { initialState } from '../state/initial-state.ts';
import { tellStory } from '../testing/desk-story.ts';
import { aSync, deskNow, relayNow } from '../testing/samples.ts';
import { shownAvailability } from './availability.ts';

const onBreak = { kind: 'break' } as const;
const says = (availability: Availability) => ({
  name: 'availability' as const,
  body: { now: relayNow, availability, awayReasons: ['Lunch'] },
});
const choose = (availability: AvailabilityChoice) => ({ kind: 'setAvailability' as const, availability });
type Story = ReturnType<typeof tellStory>;
const answered = (story: Story, choice: AvailabilityChoice, reply: Reply | null) =>
  story.happen({
    from: 'relay.reply',
    at: deskNow,
    outcome: { asked: { name: 'availability', body: { choice, now: deskNow } }, reply },
  });
const later = (story: Story, ms: number) => story.happen({ from: 'clock', at: deskNow + ms });

describe('the agent’s own word', () => {
  it('shows at once, is kept until the relay has heard it, and is told with the time of this desk', () => {
    const story = tellStory().ready().agent(choose(onBreak));
    expect(story.view().availability).toEqual(onBreak);
    expect(story.everything().slice(-2)).toEqual([
      { kind: 'settings', change: { untoldAvailability: onBreak } },
      { kind: 'ask', asked: { name: 'availability', body: { choice: onBreak, now: deskNow } } },
    ]);
    answered(story.relay(says(onBreak)), onBreak, { ok: true });
    expect(story.everything().at(-1)).toEqual({ kind: 'settings', change: { untoldAvailability: null } });
    expect(story.view().availability).toEqual(onBreak);
  });

  it('is withdrawn when the relay refuses it, and says why', () => {
    const golf = { kind: 'away' as const, reason: 'Golf' };
    const problem = { code: 'desk.noSuchReason', sentence: 'Choose another one.' };
    const story = answered(tellStory().ready().agent(choose(golf)), golf, { ok: false, problem });
    expect(story.view()).toMatchObject({ availability: { kind: 'available' }, problem });
  });

  it('is said again to a relay that gave no answer, unless there is another by then', () => {
    const story = answered(tellStory().ready().agent(choose(onBreak)), onBreak, null);
    expect(story.done()).toEqual(['ask availability']);
    expect(story.view()).toMatchObject({ availability: onBreak, problem: { code: 'relay.slow' } });
    story.agent(choose({ kind: 'busy' }));
    expect(answered(story, onBreak, null).done()).toEqual([]);
  });

  it('said while the relay is away is told when it is back, also after a restart', () => {
    const story = tellStory().ready().lose().agent(choose(onBreak));
    answered(story, onBreak, null);
    expect(story.view()).toMatchObject({ availability: onBreak, problem: null });
    expect(story.relay({ name: 'sync', body: aSync() }).done()).toEqual(['ask availability', 'tellUntold']);
    expect(story.view().availability).toEqual(onBreak);

    const started = initialState({
      ...{ relayUrl: '', microphone: null, speaker: null, ringtoneDevice: null, ringtoneVolume: 1 },
      untoldAvailability: onBreak,
    });
    expect(shownAvailability(started)).toEqual(onBreak);
  });

  it('counts for nothing at a desk that has not the seat, and not for the next person', () => {
    const seat = { status: 'elsewhere' as const, deskName: 'Laptop', at: relayNow, onCall: false };
    const story = tellStory().ready().lose().agent(choose(onBreak));
    story.relay({ name: 'sync', body: aSync({ seat }) });
    expect(story.done()).toEqual(['settings', 'tellUntold']);
    expect(story.view().availability).toEqual({ kind: 'available' });

    const leaving = tellStory().ready().lose().agent(choose(onBreak));
    leaving.happen({ from: 'session', at: deskNow, change: { kind: 'signedOut', problem: null } });
    expect(leaving.state().wish).toBeNull();
  });

  it('asks not to be disturbed for a span of this desk’s day', () => {
    const story = tellStory().ready().agent({ kind: 'doNotDisturbFor', span: 'quarter' });
    expect(story.view().availability).toEqual({ kind: 'doNotDisturb', until: deskNow + 15 * 60_000 });
  });
});

describe('what has a time', () => {
  it('is shown by this computer’s clock and ends by it, also while the relay is away', () => {
    const story = tellStory()
      .ready()
      .relay(says({ kind: 'doNotDisturb', until: relayNow + 60_000 }));
    expect(story.view().availability).toEqual({ kind: 'doNotDisturb', until: deskNow + 60_000 });
    story.lose();
    expect(later(story, 59_999).view().availability.kind).toBe('doNotDisturb');
    expect(later(story, 60_000).view().availability).toEqual({ kind: 'available' });
  });

  it('ends also as a word that the relay never heard', () => {
    const story = tellStory()
      .ready()
      .lose()
      .agent(choose({ kind: 'doNotDisturb', until: deskNow + 1_000 }));
    expect(later(story, 1_000).view().availability).toEqual({ kind: 'available' });
    story.relay({ name: 'sync', body: aSync({ availability: { kind: 'busy' } }) });
    expect(story.done()).toContain('ask availability');
  });

  it('of after-call time gives back what was before, at its end or when the agent wants it', () => {
    const afterCall = {
      kind: 'afterCall' as const,
      until: relayNow + 30_000,
      next: { kind: 'away' as const, reason: 'Lunch', missed: false },
    };
    const story = tellStory().ready().relay(says(afterCall));
    expect(story.view().availability).toEqual({ ...afterCall, until: deskNow + 30_000 });
    expect(story.agent({ kind: 'endAfterCall' }).done()).toEqual(['settings', 'ask availability']);
    expect(story.view().availability).toEqual({ kind: 'away', reason: 'Lunch', missed: false });
    expect(story.agent({ kind: 'endAfterCall' }).done()).toEqual([]);

    const waiting = tellStory().ready().relay(says(afterCall));
    expect(later(waiting, 30_000).view().availability).toEqual(afterCall.next);
  });
});
