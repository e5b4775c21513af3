/**
 * What an agent is available for. Only `available` is rung.
 *
 * ```
 *  available · busy · break · away ◄─── the agent's choice, at any time
 *  doNotDisturb ──its time──► available
 *  any of them ──a talk ends──► afterCall ──its time, or the agent's choice──► what it was before
 *  available ──a ring is missed, where the admin wants it──► away (missed)
 * ```
 *
 * All instants are milliseconds since the epoch. What ends by itself has ended at its instant, whether anybody looks or not:
 * {@link settled} says what holds now.
 */
export type Availability = ChosenAvailability | AfterCall;

/** Those that are said in a word. */
export const plainAvailabilities = ['available', 'busy', 'break'] as const;

export type ChosenAvailability =
  | { kind: (typeof plainAvailabilities)[number] }
  /** `missed`: the agent did not choose it, it followed from a ring that they let pass. */
  | { kind: 'away'; reason: string | null; missed: boolean }
  | { kind: 'doNotDisturb'; until: number };

/** Time to finish a call before the next; `next` is what it gives back. */
export type AfterCall = { kind: 'afterCall'; until: number; next: ChosenAvailability };

/** What an agent can say of themselves. */
export type AvailabilityChoice =
  | { kind: (typeof plainAvailabilities)[number] }
  | { kind: 'away'; reason: string | null }
  | { kind: 'doNotDisturb'; until: number };

/** What the organisation has decided. */
export type AvailabilityRules = {
  /** How long after-call time lasts, ms; 0 for none. */
  afterCallMs: number;
  /** What an agent may be away for. */
  awayReasons: readonly string[];
  missedRingSetsAway: boolean;
};

export type AvailabilityEvent =
  | { kind: 'chosen'; choice: AvailabilityChoice }
  /** A call in which both sides talked is over. */
  | { kind: 'talkEnded' }
  /** It rang until the agent's time ran out. A caller who gave up is nobody's fault. */
  | { kind: 'ringMissed' };

/** Nobody is undisturbed for longer without saying so again, ms: a week. */
export const doNotDisturbAtMost = 7 * 24 * 60 * 60_000;

export const available: ChosenAvailability = { kind: 'available' };

/** The only place where what an agent is available for changes. */
export function changeAvailability(
  before: Availability,
  event: AvailabilityEvent,
  at: number,
  rules: AvailabilityRules,
): Availability {
  const now = settled(before, at);
  switch (event.kind) {
    case 'chosen':
      return settled(asChosen(event.choice, at), at);
    case 'talkEnded':
      if (rules.afterCallMs <= 0) return now;
      return { kind: 'afterCall', until: at + rules.afterCallMs, next: now.kind === 'afterCall' ? now.next : now };
    case 'ringMissed':
      if (!rules.missedRingSetsAway || now.kind !== 'available') return now;
      return { kind: 'away', reason: null, missed: true };
  }
}

/** What holds at an instant: do not disturb and after-call time end by themselves. */
export function settled(availability: Availability, at: number): Availability {
  if (availability.kind === 'doNotDisturb') return at < availability.until ? availability : available;
  if (availability.kind === 'afterCall') return at < availability.until ? availability : settled(availability.next, at);
  return availability;
}

/** When it ends by itself; null: not before somebody says so. */
export function endsAt(availability: Availability): number | null {
  return 'until' in availability ? availability.until : null;
}

/** Whether a call may ring for an agent, as far as the agent is concerned. */
export function isRingable(availability: Availability, at: number): boolean {
  return settled(availability, at).kind === 'available';
}

/** A reason that the admin has taken away in the meantime cannot be chosen any more. */
export function mayChoose(
  choice: AvailabilityChoice,
  { awayReasons }: Pick<AvailabilityRules, 'awayReasons'>,
): boolean {
  return choice.kind !== 'away' || choice.reason === null || awayReasons.includes(choice.reason);
}

/** What a choice comes to. */
export function asChosen(choice: AvailabilityChoice, at: number): ChosenAvailability {
  if (choice.kind === 'away') return { ...choice, missed: false };
  if (choice.kind !== 'doNotDisturb') return choice;
  return { ...choice, until: Math.min(choice.until, at + doNotDisturbAtMost) };
}

/** Two values that say the same. */
export function isSame(one: AvailabilityChoice | Availability, other: AvailabilityChoice | Availability): boolean {
  if (one.kind !== other.kind) return false;
  const until = (value: typeof one) => ('until' in value ? value.until : null);
  const reason = (value: typeof one) => ('reason' in value ? value.reason : null);
  const missed = (value: typeof one) => 'missed' in value && value.missed;
  const next = 'next' in one && 'next' in other ? isSame(one.next, other.next) : true;
  return until(one) === until(other) && reason(one) === reason(other) && missed(one) === missed(other) && next;
}
