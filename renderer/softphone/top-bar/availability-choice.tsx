import { useDesk, useHost } from '../../host/desk-store.ts';
import { availabilityOf, awayReasonsOf } from '../../host/selectors.ts';
import { Combo } from '../../kit/combo.tsx';
import { useNow } from '../../kit/use-now.ts';
import { availabilityWords } from '../words/availability.ts';
import { availabilityPicks, pickedId } from './availability-options.ts';

/** What the agent says of themselves. While the relay is away it can still be chosen; the desk tells it as soon as it can. */
export function AvailabilityChoice({ onAskUntil }: { onAskUntil: () => void }) {
  const host = useHost();
  const availability = useDesk(availabilityOf);
  const { options, groups } = availabilityPicks(useDesk(awayReasonsOf), useNow(60_000));
  return (
    <Combo
      label="Availability"
      look="bare"
      options={options}
      groups={groups}
      value={pickedId(availability)}
      shown={availabilityWords[availability.kind]}
      onChange={(id) => {
        const picks = [...options, ...groups.flatMap((group) => group.options)];
        const command = picks.find((pick) => pick.id === id)?.command;
        if (command === 'askUntil') onAskUntil();
        else if (command !== undefined) void host.command(command);
      }}
    />
  );
}
