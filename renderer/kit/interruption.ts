import { createContext, useContext } from 'react';

/**
 * What may interrupt whatever is open: the id of the ringing call, or null. An open list would lie over Answer and Decline,
 * so everything that floats closes when this changes.
 */
const Interruption = createContext<string | null>(null);

export const InterruptionProvider = Interruption.Provider;

export const useInterruption = (): string | null => useContext(Interruption);
