import type { DeskCommand } from '../../../src/contract/window/view.ts';
import { type Availability, plainAvailabilities } from '../../../src/domain/people/availability.ts';
import { endOfSpan, undisturbedSpans } from '../../../src/domain/people/undisturbed.ts';
import type { ComboGroup, ComboOption } from '../../kit/combo.tsx';
import { availabilityWords } from '../words/availability.ts';
import { comingWhen } from '../words/when.ts';

type Pick = ComboOption & { command: DeskCommand | 'askUntil' };

/** Everything an agent can say of themselves, with the command that says it. `askUntil` asks for a time first. */
export function availabilityPicks(awayReasons: readonly string[], now: number) {
  const plain = plainAvailabilities.map(
    (kind): Pick => ({
      id: kind,
      text: availabilityWords[kind],
      command: { kind: 'setAvailability', availability: { kind } },
    }),
  );
  const spans = { quarter: 'For 15 minutes', hour: 'For 1 hour', tomorrow: '' };
  const undisturbed = undisturbedSpans.map(
    (span): Pick => ({
      id: `undisturbed ${span}`,
      text: spans[span] || `Until ${comingWhen(endOfSpan(span, now), now)}`,
      command: { kind: 'doNotDisturbFor', span },
    }),
  );
  const groups: (ComboGroup & { options: readonly Pick[] })[] = [
    { title: 'Away for', options: awayReasons.map((reason) => away(reason, reason)) },
    {
      title: availabilityWords.doNotDisturb,
      options: [...undisturbed, { id: 'undisturbed until', text: 'Until a time…', command: 'askUntil' }],
    },
  ];
  const options = [...plain, away(null, availabilityWords.away)];
  return { options, groups: groups.filter((group) => group.options.length > 0) };
}

function away(reason: string | null, text: string): Pick {
  return { id: awayId(reason), text, command: { kind: 'setAvailability', availability: { kind: 'away', reason } } };
}

const awayId = (reason: string | null) => (reason === null ? 'away' : `away for ${reason}`);

/** Which of them holds now; null when it has a time, or follows from a call. */
export function pickedId(availability: Availability): string | null {
  switch (availability.kind) {
    case 'away':
      return awayId(availability.reason);
    case 'doNotDisturb':
    case 'afterCall':
      return null;
    default:
      return availability.kind;
  }
}
