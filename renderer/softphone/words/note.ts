import type { NoteView } from '../../../src/contract/window/view.ts';

const standWords: Record<NoteView['stand'], string> = {
  sending: 'Saving…',
  here: 'Saved on this computer, not yet sent.',
  unkept: 'Not saved: this computer has no room for it. Keep Ringdesk open until the server is back.',
  sent: 'Saved.',
};

/** Where a note stands. One that the desk does not hold any more is with the call's record. */
export function noteWords(here: NoteView | null, text: string): string {
  if (here !== null) return standWords[here.stand];
  return text === '' ? '' : standWords.sent;
}
