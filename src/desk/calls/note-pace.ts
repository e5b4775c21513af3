import type { Told } from '../state/effects.ts';

type ToldNote = Extract<Told, { name: 'call.note' }>;

/** A pause in typing after which the relay is told, ms; whoever types without one is told of every few seconds. */
const pauseMs = 700;
const longestMs = 3_000;

/** The relay hears of a note when the agent pauses, not of every letter. @param tell takes the state that a pause left */
export function createNotePace(tell: (told: ToldNote) => void) {
  const typing = new Map<string, { told: ToldNote; since: number; timer: ReturnType<typeof setTimeout> }>();

  function release(callId: string): void {
    const waiting = typing.get(callId);
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    typing.delete(callId);
    tell(waiting.told);
  }

  return {
    put(told: ToldNote, now: number): void {
      const { callId } = told.body;
      const before = typing.get(callId);
      clearTimeout(before?.timer);
      const since = before?.since ?? now;
      const pause = Math.max(0, Math.min(pauseMs, since + longestMs - now));
      typing.set(callId, { told, since, timer: setTimeout(() => release(callId), pause) });
    },
    /** Nothing is typed any more, or there is no time left: says everything now. */
    flush(): void {
      for (const callId of [...typing.keys()]) release(callId);
    },
    /** What is not said yet stays unsaid. */
    clear(): void {
      for (const { timer } of typing.values()) clearTimeout(timer);
      typing.clear();
    },
  };
}
