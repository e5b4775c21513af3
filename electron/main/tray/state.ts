import type { DeskView } from '../../../src/contract/window/view.ts';
import type { Availability } from '../../../src/domain/people/availability.ts';
import type { Unreadiness } from '../../../src/domain/readiness/readiness.ts';

/** What the tray tells apart, each with a shape of its own. `gone`: calls do not ring here at all. */
export const trayStates = ['ready', 'away', 'notReady', 'ringing', 'onCall', 'muted', 'gone'] as const;
export type TrayState = (typeof trayStates)[number];

const timeOfDay = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });

function availabilityWords(availability: Availability): string {
  switch (availability.kind) {
    case 'available':
      return 'Available';
    case 'busy':
      return 'Busy';
    case 'break':
      return 'On a break';
    case 'away':
      return availability.missed
        ? 'Away: a call was missed'
        : `Away${availability.reason ? `: ${availability.reason}` : ''}`;
    case 'doNotDisturb':
      return `Do not disturb until ${timeOfDay.format(availability.until)}`;
    case 'afterCall':
      return `After-call time until ${timeOfDay.format(availability.until)}`;
  }
}

const unreadinessWords: Readonly<Record<Unreadiness, string>> = {
  asleep: 'Not ready: asleep',
  voiceGone: 'Not ready: the audio does not answer',
  microphoneUnasked: 'Not ready: the microphone is not allowed yet',
  microphoneDenied: 'Not ready: the microphone is not allowed',
  microphoneMissing: 'Not ready: no microphone',
  microphoneBusy: 'Not ready: another program holds the microphone',
  microphoneSilent: 'Not ready: the microphone is silent',
  microphoneFailed: 'Not ready: the microphone does not start',
  outputMissing: 'Not ready: no speaker',
};

/** The state of the desk in one shape and a few words. */
export function trayState(view: DeskView): { state: TrayState; words: string } {
  const { call, ring, session, connection, seat, availability, readiness } = view;
  if (call !== null) {
    const name = nameOf(call.customer);
    if (call.problem !== null && call.microphone === 'failed')
      return { state: 'notReady', words: call.problem.sentence };
    return call.muted ? { state: 'muted', words: `Muted: ${name}` } : { state: 'onCall', words: `On call: ${name}` };
  }
  if (ring !== null) return { state: 'ringing', words: `${nameOf(ring.customer)} is calling` };
  if (session.status !== 'signedIn') return { state: 'gone', words: 'Signed out' };
  if (connection.status === 'offline') return { state: 'notReady', words: 'Not ready: no connection' };
  if (connection.status !== 'online' || seat === null) return { state: 'away', words: 'Connecting' };
  if (seat.status !== 'held') return { state: 'gone', words: `Calls ring at ${seat.deskName}` };
  if (readiness.status === 'notReady') return { state: 'notReady', words: unreadinessWords[readiness.why] };
  if (availability.kind !== 'available') return { state: 'away', words: availabilityWords(availability) };
  if (readiness.status === 'checking') return { state: 'away', words: 'Checking microphone and connection' };
  return { state: 'ready', words: 'Ready' };
}

function nameOf(customer: { name: string | null; username: string | null; phone: string | null }): string {
  return customer.name ?? customer.username ?? customer.phone ?? 'A customer';
}
