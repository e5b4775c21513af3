import type { Reply } from '../../contract/desk/words.ts';
import type { Told } from '../state/effects.ts';

/** What the relay has not acknowledged yet, in the order in which it is to be told. `silences`: how often it said nothing to it. */
export type Untold = readonly { told: Told; silences: number }[];

/** How often the relay may be silent to a word that it perhaps does not know, over one connection. */
export const patience = 3;

/** Without these a call hangs, and every relay knows them. They come first, and are repeated until they are answered. */
const calls: ReadonlySet<Told['name']> = new Set(['end', 'media.connected', 'media.failed']);

/** Each word about a call once; a note is said as it stands now, in the place of what it was. */
export function put(untold: Untold, told: Told): Untold {
  if (told.name === 'call.note')
    return [...untold.filter(({ told: other }) => !isAboutTheSame(other, told)), { told, silences: 0 }];
  if (untold.some((other) => isAboutTheSame(other.told, told))) return untold;
  return [...untold, { told, silences: 0 }];
}

/** What is to be told now; null when there is nothing, or nothing that is worth another try over this connection. */
export function next(untold: Untold): Told | null {
  const first = untold.find(({ told }) => calls.has(told.name)) ?? untold.find(({ silences }) => silences < patience);
  return first?.told ?? null;
}

/** Any answer is the last word on it, also "I do not know that"; `null` was silence. */
export function answered(untold: Untold, told: Told, reply: Reply | null): Untold {
  if (reply !== null) return untold.filter((other) => other.told !== told);
  return untold.map((other) => (other.told === told ? { told, silences: other.silences + 1 } : other));
}

/** Nothing more is said of it over this connection. */
export function isGivenUp(untold: Untold, told: Told): boolean {
  return untold.some((other) => other.told === told && other.silences >= patience && !calls.has(told.name));
}

/** A new connection, perhaps to a newer relay. */
export function tryAnew(untold: Untold): Untold {
  return untold.map(({ told }) => ({ told, silences: 0 }));
}

/** The call is over: what outlives it stays. */
export function forget(untold: Untold, callId: string): Untold {
  return untold.filter(({ told }) => told.body.callId !== callId || !calls.has(told.name));
}

function isAboutTheSame(one: Told, other: Told): boolean {
  return one.name === other.name && one.body.callId === other.body.callId;
}
