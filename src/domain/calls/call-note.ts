/**
 * What the agent of a call wrote about it. One agent writes, perhaps at two desks and out of reach of the relay, so the states of a note
 * arrive late, twice and in any order. Everybody who keeps one keeps the later of what is there and what comes ({@link laterNote}), and so
 * they all end with the same.
 */
export type CallNote = {
  text: string;
  /** Of the same note the higher is the later. */
  version: number;
};

/** In UTF-16 units, as a field and a schema count. */
export const longestNote = 4_000;

/** The later of two states; of two with the same version always the same one, whoever asks. Null is nothing written yet. */
export function laterNote<Note extends CallNote>(one: Note | null, other: Note | null): Note | null {
  if (one === null || other === null) return one ?? other;
  if (one.version !== other.version) return one.version > other.version ? one : other;
  return one.text >= other.text ? one : other;
}

/**
 * The version of what is written now over `seen`. It is this computer's clock where it can be, so that of two desks that did not know of
 * each other the one that was typed at last stands; a clock that is behind never makes it older than what it replaces.
 * @param seen the highest version that the writer has seen; 0 for none
 * @param at ms since the epoch
 */
export function nextVersion(seen: number, at: number): number {
  return Math.max(Math.round(at), seen + 1);
}
