import type { DeskState } from '../state/state.ts';

type Watched = { subscribe(listener: (state: DeskState, before: DeskState) => void): () => void };

/** Has the desk prove itself when it gets its seat, and when devices come or go. @returns stops it */
export function provesWhatChanged(store: Watched, prover: { prove(): Promise<void>; changed(): void }): () => void {
  return store.subscribe((state, before) => {
    if (isSeated(state) && !isSeated(before)) void prover.prove();
    else if (isSeated(state) && devicesOf(state) !== devicesOf(before)) prover.changed();
  });
}

function isSeated({ connection, seat }: DeskState): boolean {
  return connection.status === 'online' && seat?.status === 'held';
}

/** Which devices there are and which are chosen; that the system tells their names now is no change. */
function devicesOf({ devices }: DeskState): string {
  const ids = [...devices.microphones, ...devices.speakers].map((device) => device.deviceId);
  return [devices.microphone, devices.speaker, ...ids].join(' ');
}
