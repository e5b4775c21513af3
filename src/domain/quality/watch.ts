import { heardMos, type Reading, sentMos } from './reading.ts';

/**
 * What is wrong with the sound of a call, the gravest first.
 *
 * - `microphoneSilent`: not muted, and no sound at all comes from the microphone.
 * - `minePoor`: what leaves us arrives poorly.
 * - `customerPoor`: what we hear of the customer is poor.
 * - `customerSilent`: the customer's packets come, and there is no sound in them.
 */
export const troubles = ['microphoneSilent', 'minePoor', 'customerPoor', 'customerSilent'] as const;
export type Trouble = (typeof troubles)[number];

export const verdicts = ['good', ...troubles] as const;
export type Verdict = (typeof verdicts)[number];

/** What is made of the readings so far. */
export type Watch = {
  verdict: Verdict;
  /** For how many seconds each trouble has been there without a break. */
  lasting: Readonly<Record<Trouble, number>>;
  /** For how many seconds the trouble of the verdict has been gone. */
  relieved: number;
  /** The worse of both directions, smoothed over some seconds, 1..4.5. */
  mos: number;
};

/** Seconds until a trouble is believed, and until it is believed to be gone, so that nothing flickers. Loss at the far side is reported every few seconds only. */
const patience: Record<Trouble, { onset: number; relief: number }> = {
  microphoneSilent: { onset: 5, relief: 1 },
  minePoor: { onset: 6, relief: 5 },
  customerPoor: { onset: 3, relief: 4 },
  customerSilent: { onset: 10, relief: 1 },
};

/** Below it people complain; at the other one they are content again. Many are dissatisfied below 3.6, nearly all below 3.1 (G.107 Annex B). */
const poorBelow = 3.1;
const fineFrom = 3.6;

/** Nothing but the noise of numbers: -80 dB below full scale. A microphone that is on hears its room. */
const silenceBelow = 1e-4;

const smoothing = 0.3;

export const firstWatch: Watch = {
  verdict: 'good',
  lasting: { microphoneSilent: 0, minePoor: 0, customerPoor: 0, customerSilent: 0 },
  relieved: 0,
  mos: 4.5,
};

/** @param microphoneOn a microphone is open and not muted: its sound is meant to leave */
export function watchOn(before: Watch, reading: Reading, microphoneOn: boolean): Watch {
  const found = look(reading, microphoneOn);
  const last = (trouble: Trouble) => (found[trouble] === 'there' ? before.lasting[trouble] + reading.seconds : 0);
  const lasting = {
    microphoneSilent: last('microphoneSilent'),
    minePoor: last('minePoor'),
    customerPoor: last('customerPoor'),
    customerSilent: last('customerSilent'),
  };
  const isGone = before.verdict !== 'good' && found[before.verdict] === 'gone';
  const relieved = isGone ? before.relieved + reading.seconds : 0;
  const gravest = troubles.find((trouble) => lasting[trouble] >= patience[trouble].onset) ?? 'good';
  const verdict = decide(before.verdict, gravest, relieved);
  const worse = Math.min(heardMos(reading), sentMos(reading));
  const mos = before.mos + smoothing * (worse - before.mos);
  return { verdict, lasting, relieved: verdict === before.verdict ? relieved : 0, mos };
}

function decide(now: Verdict, gravest: Verdict, relieved: number): Verdict {
  if (now === 'good' || relieved >= patience[now].relief) return gravest;
  const isGraver = gravest !== 'good' && troubles.indexOf(gravest) < troubles.indexOf(now);
  return isGraver ? gravest : now;
}

/** `between`: neither bad enough to begin nor good enough to end. */
type Found = 'there' | 'between' | 'gone';

function look(reading: Reading, microphoneOn: boolean): Record<Trouble, Found> {
  const { sentLevel, heardLevel, heardPackets } = reading;
  const isMicrophoneSilent = microphoneOn && sentLevel !== null && sentLevel < silenceBelow;
  const isCustomerSilent = heardPackets > 0 && heardLevel !== null && heardLevel < silenceBelow;
  return {
    microphoneSilent: isMicrophoneSilent ? 'there' : 'gone',
    minePoor: poorness(sentMos(reading)),
    customerPoor: poorness(heardMos(reading)),
    customerSilent: isCustomerSilent ? 'there' : 'gone',
  };
}

function poorness(mos: number): Found {
  if (mos < poorBelow) return 'there';
  return mos < fineFrom ? 'between' : 'gone';
}

/** 1 to 4, as bars are drawn. */
export function barsOf(mos: number): 1 | 2 | 3 | 4 {
  if (mos >= 4) return 4;
  if (mos >= fineFrom) return 3;
  return mos >= poorBelow ? 2 : 1;
}
