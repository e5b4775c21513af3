import type { Seat } from '../../../src/contract/desk/socket.ts';
import type { DeskCommand, DeskView } from '../../../src/contract/window/view.ts';
import type { AfterCall } from '../../../src/domain/people/availability.ts';
import type { Host } from '../../host/host.ts';
import type { DeskTone } from '../../kit/state-word.tsx';
import { afterCallWords, availabilityDetail, availabilityWords } from '../words/availability.ts';
import { unreadinessWords } from '../words/unreadiness.ts';
import { timeOfDay } from '../words/when.ts';

/** The one answer to "am I ready?". `line` fits beside availability, `block` takes its own place because something has to be done. */
export type DeskState =
  | { kind: 'line'; tone: DeskTone; word: string; detail: string; countdown?: Countdown; way?: WayBack }
  | { kind: 'missedAway' }
  | { kind: 'notReady'; title: string; sentence: string; since: number; mend: string | null }
  | { kind: 'elsewhere'; seat: Exclude<Seat, { status: 'held' }> };

/** Figures that run down to `until`, after these words. */
type Countdown = { words: string; until: number };
/** The one press that makes the agent available again, or ends after-call time. */
type WayBack = { word: string; command: DeskCommand };

const tones = { busy: 'busy', break: 'away', away: 'away', doNotDisturb: 'quiet' } as const;
export const wayBack: WayBack = {
  word: 'I’m back',
  command: { kind: 'setAvailability', availability: { kind: 'available' } },
};

export function deskState(view: DeskView, now = Date.now(), host: Host['kind'] = 'electron'): DeskState {
  const { connection, seat, devices, availability, readiness } = view;
  if (connection.status === 'offline') {
    return {
      kind: 'notReady',
      title: 'Not ready: the server cannot be reached',
      sentence: connection.problem.sentence,
      since: connection.since,
      mend: connection.trying ? 'Trying…' : 'Try now',
    };
  }
  if (connection.status !== 'online' || seat === null) {
    return { kind: 'line', tone: 'checking', word: 'Connecting', detail: 'Calls ring here in a moment.' };
  }
  if (seat.status !== 'held') return { kind: 'elsewhere', seat };
  if (readiness.status === 'notReady') {
    const { title, sentence, mend } = unreadinessWords(readiness.why, host);
    return { kind: 'notReady', title: `Not ready: ${title}`, sentence, since: readiness.since, mend };
  }
  if (availability.kind === 'afterCall') return afterCall(availability);
  if (availability.kind === 'away' && availability.missed) return { kind: 'missedAway' };
  if (availability.kind !== 'available') {
    const word = availabilityWords[availability.kind];
    const detail = availabilityDetail(availability, now);
    return { kind: 'line', tone: tones[availability.kind], word, detail, way: wayBack };
  }
  if (readiness.status === 'checking') {
    return { kind: 'line', tone: 'checking', word: 'Checking', detail: 'Microphone, speaker and connection.' };
  }
  const heard = readiness.heardAt === null ? '' : `heard ${timeOfDay(readiness.heardAt)}`;
  const detail = [microphoneName(devices), heard].filter((part) => part !== '').join(' · ');
  return { kind: 'line', tone: 'ready', word: 'Ready', detail };
}

function afterCall({ next, until }: AfterCall): DeskState {
  return {
    kind: 'line',
    tone: 'afterCall',
    word: availabilityWords.afterCall,
    detail: '',
    countdown: { words: afterCallWords(next), until },
    way: { word: next.kind === 'available' ? 'Ready now' : 'End now', command: { kind: 'endAfterCall' } },
  };
}

/** The microphone that the next call will use. Names are hidden until the browser may use one. */
export function microphoneName(devices: DeskView['devices']): string {
  const used = devices.microphones.find((device) => device.deviceId === devices.microphone);
  return used?.label ?? '';
}
