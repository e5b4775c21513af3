import type { CallRecord } from '../../../src/contract/desk/socket.ts';
import type { QualityView } from '../../../src/contract/window/view.ts';
import { soundOf } from '../../../src/domain/quality/tally.ts';
import type { Trouble } from '../../../src/domain/quality/watch.ts';

/** What is wrong with the sound, and what to do about it where something can be done. */
export const troubleWords: Record<Trouble, string> = {
  microphoneSilent: 'Your microphone is silent. Check the switch on the headset.',
  minePoor: 'Your connection is poor. The customer may hear gaps.',
  customerPoor: 'The customer’s connection is poor.',
  customerSilent: 'The customer is silent. They may have muted their phone.',
};

/** How a call that is over sounded. */
const soundWords: Record<ReturnType<typeof soundOf>, string> = {
  good: 'Good sound',
  customerPoor: 'Poor sound: customer’s connection',
  minePoor: 'Poor sound: our connection',
  microphoneSilent: 'Poor sound: microphone silent',
};

/** Null when nothing was measured. */
export function soundOfCall({ quality }: Pick<CallRecord, 'quality'>): { words: string; poor: boolean } | null {
  if (quality === null) return null;
  const sound = soundOf(quality);
  return { words: soundWords[sound], poor: sound !== 'good' };
}

/** The bars in a word. */
export const barWords: Record<QualityView['bars'], string> = { 1: 'bad', 2: 'poor', 3: 'fair', 4: 'good' };

export type QualityFact = { name: string; value: string };

/** The figures for who wants to know; "not known yet" where nothing was measured. */
export function qualityFacts({ mos, roundTripMs, heardLoss, sentLoss, jitterMs }: QualityView): QualityFact[] {
  return [
    { name: 'Quality', value: `${mos.toFixed(1)} of 4.5` },
    { name: 'Round trip', value: inMs(roundTripMs) },
    { name: 'Lost on the way here', value: inPercent(heardLoss) },
    { name: 'Lost on the way there', value: inPercent(sentLoss) },
    { name: 'Jitter', value: inMs(jitterMs) },
  ];
}

const unknown = 'not known yet';

function inMs(value: number | null): string {
  return value === null ? unknown : `${Math.round(value)} ms`;
}

function inPercent(share: number | null): string {
  return share === null ? unknown : `${(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)}%`;
}
