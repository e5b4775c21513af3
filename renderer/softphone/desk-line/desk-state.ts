import type { Seat } from '../../../src/contract/desk/socket.ts';
import type { DeskView } from '../../../src/contract/window/view.ts';
import type { DeskTone } from '../../kit/state-word.tsx';
import { availabilityWords } from '../words/availability.ts';
import { unreadinessWords } from '../words/unreadiness.ts';
import { timeOfDay } from '../words/when.ts';

/** The one answer to "am I ready?". `line` fits beside availability, `block` takes its own place because something has to be done. */
export type DeskState =
  | { kind: 'line'; tone: DeskTone; word: string; detail: string }
  | { kind: 'notReady'; title: string; sentence: string; since: number; mend: string | null }
  | { kind: 'elsewhere'; seat: Exclude<Seat, { status: 'held' }> };

const elsewhereDetail = 'Calls ring at your colleagues.';

export function deskState(view: DeskView): DeskState {
  const { connection, seat, devices, availability, readiness } = view;
  if (connection.status === 'offline') {
    return {
      kind: 'notReady',
      title: 'Not ready: the server cannot be reached',
      sentence: connection.problem.sentence,
      since: connection.since,
      mend: null,
    };
  }
  if (connection.status !== 'online' || seat === null) {
    return { kind: 'line', tone: 'checking', word: 'Connecting', detail: 'Calls ring here in a moment.' };
  }
  if (seat.status !== 'held') return { kind: 'elsewhere', seat };
  if (readiness.status === 'notReady') {
    const { title, sentence, mend } = unreadinessWords[readiness.why];
    return { kind: 'notReady', title: `Not ready: ${title}`, sentence, since: readiness.since, mend };
  }
  if (availability !== 'available') {
    const tone = availability === 'busy' ? 'busy' : 'away';
    return { kind: 'line', tone, word: availabilityWords[availability], detail: elsewhereDetail };
  }
  if (readiness.status === 'checking') {
    return { kind: 'line', tone: 'checking', word: 'Checking', detail: 'Microphone, speaker and connection.' };
  }
  const heard = readiness.heardAt === null ? '' : `heard ${timeOfDay(readiness.heardAt)}`;
  const detail = [microphoneName(devices), heard].filter((part) => part !== '').join(' · ');
  return { kind: 'line', tone: 'ready', word: 'Ready', detail };
}

/** The microphone that the next call will use. Names are hidden until the browser may use one. */
export function microphoneName(devices: DeskView['devices']): string {
  const used = devices.microphones.find((device) => device.deviceId === devices.microphone);
  return used?.label ?? '';
}
