import type { DeskState } from '../state/state.ts';

type Watched = { subscribe(listener: (state: DeskState, before: DeskState) => void): () => void };

type Prover = { prove(): Promise<void>; changed(): void; freed(): void };

/** Has the desk prove itself when it gets its seat, when devices come or go, and when it is free again. @returns stops it */
export function provesWhatChanged(store: Watched, prover: Prover): () => void {
  return store.subscribe((state, before) => {
    if (isSeated(state) && !isSeated(before)) void prover.prove();
    else if (isSeated(state) && devicesOf(state) !== devicesOf(before)) prover.changed();
    else if (isSeated(state) && isFree(state) && !isFree(before)) prover.freed();
  });
}

function isSeated({ connection, seat }: DeskState): boolean {
  return connection.status === 'online' && seat?.status === 'held';
}

const isFree = ({ ring, call }: DeskState) => ring === null && call === null;

/** Which devices there are and which are chosen; that the system tells their names now is no change. */
function devicesOf({ devices }: DeskState): string {
  const ids = [...devices.microphones, ...devices.speakers].map((device) => device.deviceId);
  return [devices.microphone, devices.speaker, ...ids].join(' ');
}
