import type { DeskCommand, DeskView } from '../../../src/contract/window/view.ts';
import { availabilities } from '../../../src/domain/people/role.ts';
import { missedWords } from '../missed/missed-calls.ts';
import { availabilityWords, type TrayState, trayState } from './state.ts';

export type TrayItem =
  | { kind: 'words'; label: string }
  | { kind: 'separator' }
  | { kind: 'command'; label: string; command: DeskCommand }
  | { kind: 'choice'; label: string; options: { label: string; chosen: boolean; command: DeskCommand }[] }
  | { kind: 'open' | 'openMissed' | 'quit'; label: string };

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

function availabilityItems(view: DeskView): TrayItem[] {
  if (view.session.status !== 'signedIn' || view.seat?.status !== 'held') return [];
  const options = availabilities.map((availability) => ({
    label: availabilityWords[availability],
    chosen: view.availability === availability,
    command: { kind: 'setAvailability' as const, availability },
  }));
  return [{ kind: 'choice', label: 'Availability', options }];
}
