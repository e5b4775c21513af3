const two = (value: number) => String(value).padStart(2, '0');

const split = (seconds: number) => {
  const whole = Math.max(0, Math.floor(seconds));
  return { hours: Math.floor(whole / 3600), minutes: Math.floor(whole / 60) % 60, seconds: whole % 60 };
};

/** A running clock, in fixed places so that nothing jumps: `04:12`, `1:02:37`. */
export function runningClock(seconds: number): string {
  const at = split(seconds);
  return at.hours > 0 ? `${at.hours}:${two(at.minutes)}:${two(at.seconds)}` : `${two(at.minutes)}:${two(at.seconds)}`;
}

/** A length that is over: `0:48`, `11:40`, `1:02:37`. */
export function talkTime(seconds: number): string {
  const at = split(seconds);
  return at.hours > 0 ? `${at.hours}:${two(at.minutes)}:${two(at.seconds)}` : `${at.minutes}:${two(at.seconds)}`;
}

/** A length for a sentence: `24 s`, `38 min`, `2 h`, `3 days`. */
export function roughly(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h`;
  return `${Math.floor(hours / 24)} days`;
}

/** Whole seconds until a deadline; the second in which it passes still counts. */
export const secondsLeft = (until: number, now: number): number => Math.max(0, Math.ceil((until - now) / 1000));
