import { describe, expect, it } from 'vitest';
import { tellStory } from '../testing/desk-story.ts';
import { aRing, aSync, deskNow, relayNow } from '../testing/samples.ts';

const { customer, channel } = aRing();
const watch = (customerId: string | null) => ({ kind: 'watchCustomer' as const, customerId });
const changed = (customerId: string) => ({ name: 'customer.changed' as const, body: { customerId } });
const answered = (until: number | null) => ({
  name: 'permission.answered' as const,
  body: { customer, channel, answer: { kind: 'granted' as const, until }, now: relayNow },
});

describe('the customer whose page is open', () => {
  it('is told to the relay, once, and over each connection anew', () => {
    const story = tellStory().ready().agent(watch(customer.id));
    expect(story.done()).toEqual(['ask customer.watch']);
    expect(story.agent(watch(customer.id)).done()).toEqual([]);
    expect(story.lose().agent(watch('US.2')).done()).toEqual([]);
    expect(story.relay({ name: 'sync', body: aSync() }).done()).toContain('ask customer.watch');
  });

  it('is read again when it changed, or may have meanwhile; no other is', () => {
    const story = tellStory().ready().agent(watch(customer.id));
    expect(story.relay(changed('US.2')).view().customerRevision).toBe(0);
    expect(story.relay(changed(customer.id)).view().customerRevision).toBe(1);
    expect(story.lose().relay({ name: 'sync', body: aSync() }).view().customerRevision).toBe(2);
  });
});

describe('the answer to a request', () => {
  it('stands by the clock of the desk until it is put away', () => {
    const story = tellStory()
      .ready()
      .relay(answered(relayNow + 60_000));
    expect(story.view().answered).toMatchObject({ customer, answer: { kind: 'granted', until: deskNow + 60_000 } });
    expect(story.agent({ kind: 'dismissAnswered' }).view().answered).toBeNull();
  });

  it('goes when that customer is called', () => {
    const story = tellStory().ready().relay(answered(null));
    story.agent({ kind: 'dial', customer, channel, callId: 'ours', dialId: 'dial' });
    expect(story.view().answered).toBeNull();
  });
});
