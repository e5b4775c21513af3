import { type Flow, firstFlow, flowOn } from './flow.ts';
import type { Reading } from './reading.ts';
import { firstTally, type Tally, tallyUp } from './tally.ts';
import { firstWatch, type Watch, watchOn } from './watch.ts';

/** The quality of a running call: its last second, what is made of it, and all of it so far. */
export type Quality = { reading: Reading; flow: Flow; watch: Watch; tally: Tally };

/** A machine that slept gives one reading for all of the time; it is no evidence for more than this, seconds. */
const longestReading = 2;

/** @param microphoneOn a microphone is open and not muted: its sound is meant to leave */
export function hearOn(before: Quality | null, heard: Reading, microphoneOn: boolean): Quality {
  const reading = { ...heard, seconds: Math.min(heard.seconds, longestReading) };
  const watch = watchOn(before?.watch ?? firstWatch, reading, microphoneOn);
  return {
    reading,
    flow: flowOn(before?.flow ?? firstFlow, reading),
    watch,
    tally: tallyUp(before?.tally ?? firstTally, reading, watch),
  };
}
