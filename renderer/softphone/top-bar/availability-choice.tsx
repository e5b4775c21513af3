import { availabilities } from '../../../src/domain/people/role.ts';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { availabilityOf } from '../../host/selectors.ts';
import { Combo } from '../../kit/combo.tsx';
import { availabilityWords } from '../words/availability.ts';

const options = availabilities.map((id) => ({ id, text: availabilityWords[id] }));

/** What the agent says of themselves. While the relay is away it can still be chosen; the desk tells it as soon as it can. */
export function AvailabilityChoice() {
  const host = useHost();
  const availability = useDesk(availabilityOf);
  return (
    <Combo
      label="Availability"
      look="bare"
      options={options}
      value={availability}
      onChange={(id) => {
        const chosen = availabilities.find((each) => each === id);
        if (chosen !== undefined) void host.command({ kind: 'setAvailability', availability: chosen });
      }}
    />
  );
}
