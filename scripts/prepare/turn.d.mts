/** Waits until nobody else has the turn, and takes it. @returns gives it up */
export function takeTurn(file: string, onWaiting: () => void): () => void;
