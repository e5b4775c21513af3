import type { DeskCommand, DeskView } from '../../../src/contract/window/view.ts';
import type { AvailabilityChoice } from '../../../src/domain/people/availability.ts';
import type { UndisturbedSpan } from '../../../src/domain/people/undisturbed.ts';
import { missedWords } from '../missed/missed-calls.ts';
import { type TrayState, trayState } from './state.ts';

export type TrayItem =
  | { kind: 'words'; label: string }
  | { kind: 'separator' }
  | { kind: 'command'; label: string; command: DeskCommand }
  | { kind: 'choice'; label: string; options: TrayOption[] }
  | { kind: 'open' | 'openMissed' | 'quit'; label: string };

export type TrayOption =
  | { label: string; chosen: boolean; command: DeskCommand }
  | { label: string; options: TrayOption[] };

export type TrayModel = { state: TrayState; missed: boolean; tooltip: string; items: TrayItem[] };

/**
 * What the tray shows for a view. Only what applies is there: a menu is read in a hurry.
 * @param missed how many calls were missed and not seen
 */
export function trayModel(view: DeskView, missed = 0): TrayModel {
  const { state, words } = trayState(view);
  return {
    state,
    missed: missed > 0,
    tooltip: `Ringdesk: ${[words, ...(missed > 0 ? [missedWords(missed)] : [])].join(', ')}`,
    items: [
      { kind: 'words', label: words },
      { kind: 'separator' },
      ...callItems(view),
      ...availabilityItems(view),
      ...(missed > 0 ? [{ kind: 'openMissed' as const, label: missedWords(missed) }] : []),
      { kind: 'open', label: 'Open Ringdesk' },
      { kind: 'separator' },
      { kind: 'quit', label: 'Quit' },
    ],
  };
}

function callItems({ ring, call }: DeskView): TrayItem[] {
  const items: TrayItem[] = [];
  if (ring !== null && !ring.answering) {
    items.push({ kind: 'command', label: 'Answer', command: { kind: 'answer', callId: ring.callId } });
    items.push({ kind: 'command', label: 'Decline', command: { kind: 'decline', callId: ring.callId } });
  }
  if (call !== null && call.phase !== 'ending') {
    const label = call.muted ? 'Unmute' : 'Mute';
    items.push({ kind: 'command', label, command: { kind: 'setMuted', muted: !call.muted } });
    items.push({ kind: 'command', label: 'End call', command: { kind: 'end', callId: call.callId } });
  }
  return items.length === 0 ? items : [...items, { kind: 'separator' }];
}

const spans: Record<UndisturbedSpan, string> = {
  quarter: 'For 15 minutes',
  hour: 'For 1 hour',
  tomorrow: 'Until tomorrow morning',
};

function availabilityItems(view: DeskView): TrayItem[] {
  if (view.session.status !== 'signedIn' || view.seat?.status !== 'held') return [];
  const { availability: now, awayReasons } = view;
  const say = (label: string, availability: AvailabilityChoice, chosen: boolean): TrayOption => ({
    label,
    chosen,
    command: { kind: 'setAvailability', availability },
  });
  const reasons = awayReasons.map((reason) =>
    say(reason, { kind: 'away', reason }, now.kind === 'away' && now.reason === reason),
  );
  const undisturbed = Object.entries(spans).map(([span, label]) => ({
    label,
    chosen: false,
    command: { kind: 'doNotDisturbFor', span: span as UndisturbedSpan } as const,
  }));
  const options = [
    say('Available', { kind: 'available' }, now.kind === 'available'),
    say('Busy', { kind: 'busy' }, now.kind === 'busy'),
    say('On a break', { kind: 'break' }, now.kind === 'break'),
    say('Away', { kind: 'away', reason: null }, now.kind === 'away' && now.reason === null),
    ...(reasons.length > 0 ? [{ label: 'Away for', options: reasons }] : []),
    { label: 'Do not disturb', options: undisturbed },
  ];
  const ends: TrayItem[] =
    now.kind === 'afterCall'
      ? [{ kind: 'command', label: 'End after-call time', command: { kind: 'endAfterCall' } }]
      : [];
  return [...ends, { kind: 'choice', label: 'Availability', options }];
}
