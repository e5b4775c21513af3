import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { VoiceEvent } from '../../../src/contract/window/voice.ts';
import { lightsOf } from '../../../src/domain/headset/headset.ts';
import { jabraLike, keyboard } from '../../../src/domain/headset/samples.ts';
import { fakeHeadset } from '../../../test/support/fake-headset.ts';
import { createHeadset } from './headset.ts';

const name = 'Jabra Evolve2 65';
const ringing = { callId: 'c1', stage: 'ringing', muted: false } as const;
const onCall = { callId: 'c1', stage: 'onCall', muted: false } as const;

function story(collections = jabraLike) {
  const { hid, worn } = fakeHeadset({ name, collections });
  const said: VoiceEvent[] = [];
  const headset = createHeadset({ hid, emit: (event) => said.push(event), labels: () => [] });
  return {
    headset,
    worn,
    said,
    wishes: () => said.flatMap((event) => (event.kind === 'headsetWish' ? [event.wish] : [])),
    shows: (state: object) => vi.waitFor(() => expect(worn.state()).toMatchObject(state)),
  };
}

test('it is open while it rings and talks, shows the call, and is let go of with its lights out', async () => {
  const { headset, worn, said, wishes, shows } = story();
  await vi.waitFor(() => expect(said).toHaveLength(1));
  expect(said[0]).toEqual({
    kind: 'headset',
    found: { status: 'found', name, can: ['answer', 'mute', 'end'] },
    problem: null,
  });
  expect(worn.state().opened).toBe(false);

  headset.takePart(ringing);
  await shows({ opened: true, ring: true, offHook: false });
  worn.press('call');
  expect(wishes()).toEqual(['answer']);
  headset.takePart(onCall);
  await shows({ ring: false, offHook: true });
  worn.press('mute');
  expect(wishes()).toEqual(['answer', 'mute']);
  headset.takePart({ ...onCall, muted: true });
  await shows({ mute: true });
  headset.takePart(null);
  await shows({ opened: false, ring: false, offHook: false, mute: false, timesOpened: 1 });
  expect(wishes()).toEqual(['answer', 'mute']);
});

test('a call that was answered in the window is not ended by what the headset acknowledges', async () => {
  const { headset, worn, wishes, shows } = story();
  headset.takePart(ringing);
  await shows({ ring: true });
  headset.takePart(onCall);
  await shows({ offHook: true });
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  expect(wishes()).toEqual([]);
  worn.press('call');
  expect(wishes()).toEqual(['end']);
});

test('a headset that another program holds is said to be so, and asked again with the next call', async () => {
  const { headset, worn, said, shows } = story();
  worn.holdElsewhere(true);
  headset.takePart(ringing);
  await vi.waitFor(() => expect(said.at(-1)).toMatchObject({ problem: { code: 'headset.held' } }));
  headset.takePart(onCall);
  worn.holdElsewhere(false);
  headset.takePart(null);
  headset.takePart({ ...ringing, callId: 'c2' });
  await shows({ opened: true, ring: true, timesOpened: 1 });
  expect(said.at(-1)).toMatchObject({ problem: null });
});

test('a headset that is pulled out and put back in a call shows the call again', async () => {
  const { headset, worn, said, shows } = story();
  headset.takePart(onCall);
  await shows({ offHook: true });
  worn.unplug();
  await vi.waitFor(() => expect(said.at(-1)).toEqual({ kind: 'headset', found: { status: 'none' }, problem: null }));
  worn.plug();
  await shows({ opened: true, offHook: true, timesOpened: 2 });
});

test('one that was pulled out in a call answers the next as soon as it is back', async () => {
  const { headset, worn, wishes, shows } = story();
  headset.takePart(onCall);
  await shows({ offHook: true });
  worn.unplug();
  headset.takePart(null);
  worn.plug();
  headset.takePart({ ...ringing, callId: 'c2' });
  await shows({ ring: true });
  worn.press('call');
  expect(wishes()).toEqual(['answer']);
});

test('the trial plays a call to it, button after button, and a real call ends the trial', async () => {
  const { headset, worn, said, wishes, shows } = story();
  await vi.waitFor(() => expect(said).toHaveLength(1));
  headset.tryOut(true);
  await shows({ opened: true, ring: true });
  worn.press('call');
  await shows({ offHook: true });
  worn.press('mute');
  await shows({ mute: true });
  expect(said.at(-1)).toEqual({ kind: 'headsetTrial', trial: { asks: 'end', arrived: ['answer', 'mute'] } });
  headset.takePart(ringing);
  await shows({ opened: true, ring: true, offHook: false, mute: false });
  expect(said.at(-1)).toEqual({ kind: 'headsetTrial', trial: null });
  headset.takePart(null);
  await shows({ opened: false });
  expect(wishes()).toEqual([]);
});

test('what is no headset is left alone', async () => {
  const { headset, worn, said } = story(keyboard);
  headset.takePart(ringing);
  headset.tryOut(true);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(worn.state().timesOpened).toBe(0);
  expect(said).toEqual([{ kind: 'headsetTrial', trial: null }]);
});

test('law: whatever happens to it in whatever order, it ends up showing the call, or closed with its lights out', async () => {
  const calls = [null, ringing, onCall, { ...onCall, muted: true }, { ...ringing, callId: 'c2' }];
  const happening = fc.oneof(
    fc.constantFrom(...calls).map((call) => ({ what: 'call' as const, call })),
    fc
      .constantFrom('unplug' as const, 'plug' as const, 'press' as const, 'mute' as const, 'pause' as const)
      .map((what) => ({ what })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 15 }), fc.constantFrom(...calls), async (happenings, last) => {
      const { headset, worn, shows } = story();
      for (const one of happenings) {
        if (one.what === 'call') headset.takePart(one.call);
        else if (one.what === 'press') worn.press('call');
        else if (one.what === 'mute') worn.press('mute');
        else if (one.what === 'pause') await new Promise((resolve) => setTimeout(resolve, 1));
        else worn[one.what]();
      }
      worn.plug();
      headset.takePart(last);
      await shows({ opened: last !== null, ...lightsOf(last) });
    }),
    { numRuns: 60 },
  );
});
