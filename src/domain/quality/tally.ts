import type { Reading } from './reading.ts';
import type { Trouble, Watch } from './watch.ts';

/** The sound of a whole call. Scores are 1..4.5, loss is 0..1; what was never known is null. */
export type Summary = {
  /** How long it was measured. */
  seconds: number;
  averageMos: number;
  worstMos: number;
  roundTripMs: number | null;
  heardLoss: number | null;
  sentLoss: number | null;
  heardJitterMs: number | null;
  /** How long each trouble was the verdict, seconds. */
  troubled: Record<Trouble, number>;
};

type Mean = { sum: number; seconds: number };

/** What a summary is made of while the call goes on. */
export type Tally = {
  seconds: number;
  mos: Mean;
  worstMos: number;
  roundTripMs: Mean;
  heardLoss: Mean;
  sentLoss: Mean;
  heardJitterMs: Mean;
  troubled: Readonly<Record<Trouble, number>>;
};

const nothing: Mean = { sum: 0, seconds: 0 };

export const firstTally: Tally = {
  seconds: 0,
  mos: nothing,
  worstMos: 4.5,
  roundTripMs: nothing,
  heardLoss: nothing,
  sentLoss: nothing,
  heardJitterMs: nothing,
  troubled: { microphoneSilent: 0, minePoor: 0, customerPoor: 0, customerSilent: 0 },
};

export function tallyUp(before: Tally, reading: Reading, { verdict, mos }: Watch): Tally {
  const { seconds } = reading;
  const add = (mean: Mean, value: number | null): Mean =>
    value === null ? mean : { sum: mean.sum + value * seconds, seconds: mean.seconds + seconds };
  const { troubled } = before;
  return {
    seconds: before.seconds + seconds,
    mos: add(before.mos, mos),
    worstMos: Math.min(before.worstMos, mos),
    roundTripMs: add(before.roundTripMs, reading.roundTripMs),
    heardLoss: add(before.heardLoss, reading.heardLoss),
    sentLoss: add(before.sentLoss, reading.sentLoss),
    heardJitterMs: add(before.heardJitterMs, reading.heardJitterMs),
    troubled: verdict === 'good' ? troubled : { ...troubled, [verdict]: troubled[verdict] + seconds },
  };
}

/** Null when nothing was measured. */
export function summaryOf(tally: Tally): Summary | null {
  const averageMos = averageOf(tally.mos);
  if (averageMos === null) return null;
  return {
    seconds: tally.seconds,
    averageMos,
    worstMos: tally.worstMos,
    roundTripMs: averageOf(tally.roundTripMs),
    heardLoss: averageOf(tally.heardLoss),
    sentLoss: averageOf(tally.sentLoss),
    heardJitterMs: averageOf(tally.heardJitterMs),
    troubled: { ...tally.troubled },
  };
}

function averageOf({ sum, seconds }: Mean): number | null {
  return seconds > 0 ? sum / seconds : null;
}

/** A customer who says nothing has a reason of their own; it does not spoil the sound. */
const spoiling = ['microphoneSilent', 'minePoor', 'customerPoor'] as const satisfies readonly Trouble[];

/** What a call sounded like in one word: what spoilt five seconds of it and a tenth at least, the longest first, or `good`. */
export function soundOf({ seconds, troubled }: Summary): 'good' | (typeof spoiling)[number] {
  const [longest] = spoiling.toSorted((a, b) => troubled[b] - troubled[a]);
  if (longest === undefined || troubled[longest] < Math.max(5, seconds / 10)) return 'good';
  return longest;
}
