import type { ReactNode } from 'react';
import { useDesk, useHost } from '../../host/desk-store.ts';
import type { Host } from '../../host/host.ts';
import { callIdOf, ringCallIdOf } from '../../host/selectors.ts';
import { Button } from '../../kit/button.tsx';
import { Note } from '../../kit/note.tsx';
import { Spare } from '../../kit/spare.tsx';
import styles from './spares.module.css';

/** The whole window. What it shows when nothing can be drawn asks nothing of the desk. */
export function SpareWindow({ host, children }: { host: Host; children: ReactNode }) {
  return (
    <Spare
      onFailure={(error) => host.drawingFailed({ part: 'window', error: wordsOf(error) })}
      instead={(again) => (
        <main className={styles.window}>
          <h1>Ringdesk cannot draw this window</h1>
          <p>Your desk goes on behind it, and so does a call.</p>
          <Button kind="accent" size="main" onPress={again}>
            Draw it again
          </Button>
        </main>
      )}
    >
      {children}
    </Spare>
  );
}

/** A place of the rail: the call above it goes on. */
export function SparePlace({ children }: { children: ReactNode }) {
  const host = useHost();
  return (
    <Spare
      onFailure={(error) => host.drawingFailed({ part: 'place', error: wordsOf(error) })}
      instead={(again) => (
        <div className={styles.part}>
          <Note tone="failure" action={<Button onPress={again}>Draw it again</Button>}>
            This part of the window could not be drawn. Calls go on.
          </Note>
        </div>
      )}
    >
      {children}
    </Spare>
  );
}

/** The call: whatever cannot be drawn of it, it can be taken and ended. */
export function SpareCall({ children }: { children: ReactNode }) {
  const host = useHost();
  return (
    <Spare
      onFailure={(error) => host.drawingFailed({ part: 'call', error: wordsOf(error) })}
      instead={(again) => <BareCall onAgain={again} />}
    >
      {children}
    </Spare>
  );
}

function BareCall({ onAgain }: { onAgain: () => void }) {
  const { command } = useHost();
  const callId = useDesk(callIdOf);
  const ringing = useDesk(ringCallIdOf);
  return (
    <div className={styles.part}>
      <Note tone="failure" action={<Button onPress={onAgain}>Draw it again</Button>}>
        {callId === null && ringing === null
          ? 'The place of the call could not be drawn.'
          : 'The call could not be drawn. It goes on.'}
      </Note>
      <div className={styles.keys}>
        {ringing === null ? null : (
          <>
            <Button kind="accent" size="call" onPress={() => void command({ kind: 'answer', callId: ringing })}>
              Answer
            </Button>
            <Button kind="decline" size="call" onPress={() => void command({ kind: 'decline', callId: ringing })}>
              Decline
            </Button>
          </>
        )}
        {callId === null ? null : (
          <Button kind="end" size="main" onPress={() => void command({ kind: 'end', callId })}>
            End call
          </Button>
        )}
      </div>
    </div>
  );
}

const wordsOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
