import Headset from 'lucide-react/icons/headset';
import { useState } from 'react';
import { useDesk, useHost } from '../../host/desk-store.ts';
import { headsetOf } from '../../host/selectors.ts';
import { Button } from '../../kit/button.tsx';
import { Note } from '../../kit/note.tsx';

/** A browser gives a page its headset once the person has picked it in a list of the browser's own, after a press. The app asks nobody. */
export function ConnectHeadset() {
  const { connectHeadset } = useHost();
  const { found } = useDesk(headsetOf);
  const [refused, setRefused] = useState(false);
  if (connectHeadset === null || found.status === 'found') return null;
  return (
    <>
      {refused ? (
        <Note tone="failure">This browser does not let Ringdesk ask for headsets. IT may have to allow it.</Note>
      ) : null}
      <div>
        <Button
          icon={<Headset size={16} />}
          onPress={() =>
            void connectHeadset().then(
              () => setRefused(false),
              () => setRefused(true),
            )
          }
        >
          Connect headset buttons
        </Button>
      </div>
    </>
  );
}
