import { describe, expect, it } from 'vitest';
import { tellStory } from '../testing/desk-story.ts';
import { aLiveCall, aRing, deskNow } from '../testing/samples.ts';
import type { Proved } from './prover.ts';

const proved = (voice: boolean): Proved => ({
  proof: { awake: true, voice, microphone: 'ok', output: true },
  heardAt: null,
  roundTripMs: 10,
  clockAheadMs: null,
});
const later = (seconds: number) => deskNow + seconds * 1000;

/** At {@link deskNow} the voice page came up. */
function desk() {
  const story = tellStory().ready();
  return {
    ...story,
    proves: (voice: boolean, seconds: number) => {
      story.happen({ from: 'readiness', at: later(seconds), proved: proved(voice) });
      return story.done();
    },
    triesAgain: (seconds: number) => {
      story.happen({ from: 'agent', at: later(seconds), command: { kind: 'proveAgain' } });
      return story.done();
    },
    starts: (seconds: number) => story.happen({ from: 'voice', at: later(seconds), event: { kind: 'started' } }),
  };
}

describe('a voice page that does not answer', () => {
  it('is started again', () => {
    expect(desk().proves(false, 60)).toEqual(['restart voice']);
  });

  it('is left alone as long as it answers', () => {
    expect(desk().proves(true, 60)).toEqual([]);
  });

  it('is given time to come up before it is started once more', () => {
    const { proves, starts } = desk();
    expect(proves(false, 60)).toEqual(['restart voice']);
    expect(proves(false, 66)).toEqual([]);
    expect(proves(false, 80)).toEqual(['restart voice']);
    starts(81);
    expect(proves(false, 86)).toEqual([]);
    expect(proves(false, 106)).toEqual(['restart voice']);
  });

  it('is not taken for dead while the app is still starting', () => {
    const story = tellStory();
    const prove = (seconds: number) =>
      story.happen({ from: 'readiness', at: later(seconds), proved: proved(false) }).done();
    expect(prove(4)).toEqual([]);
    expect(prove(24)).toEqual(['restart voice']);
  });

  it('is started again also after the clock was set back', () => {
    expect(desk().proves(false, -3600)).toEqual(['restart voice']);
  });

  it('waits until the ring or the call is over, whose sound may still go', () => {
    const ringing = desk();
    ringing.relay({ name: 'ring', body: aRing() });
    expect(ringing.proves(false, 60)).toEqual([]);
    expect(ringing.triesAgain(61)).toEqual(['prove']);
    const onCall = desk();
    onCall.ringing().agent({ kind: 'answer', callId: 'wacid.1' }).accepted();
    onCall.relay({ name: 'call', body: aLiveCall('wacid.1', { phase: 'onCall' }) });
    expect(onCall.proves(false, 60)).toEqual([]);
    expect(onCall.triesAgain(61)).toEqual(['prove']);
  });
});

describe('“Try again”', () => {
  it('starts a page that does not answer at once, and no second time while it loads', () => {
    const { proves, triesAgain } = desk();
    proves(false, 60);
    expect(triesAgain(62)).toEqual([]);
    expect(triesAgain(66)).toEqual(['restart voice, asked']);
  });

  it('asks a page that answers', () => {
    const { proves, triesAgain } = desk();
    expect(triesAgain(1)).toEqual(['prove']);
    proves(true, 2);
    expect(triesAgain(3)).toEqual(['prove']);
  });
});
