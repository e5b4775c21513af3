import { type PageName, pageOfAddress } from '../app-scheme/address.ts';

/** Where a message came from, as far as it matters whether to listen. */
export type Sender = {
  /** Which of our windows; null for anything else. */
  page: PageName | null;
  /** The frame that spoke; null when it is gone already. */
  frame: { url: string; parent: unknown } | null;
};

export type SenderVerdict = { trusted: true } | { trusted: false; reason: string };

/** A message counts only from the main frame of the window that it belongs to, and only while that shows our page. */
export function judgeSender(sender: Sender, expected: PageName): SenderVerdict {
  if (sender.page !== expected) return { trusted: false, reason: 'wrong window' };
  if (sender.frame === null) return { trusted: false, reason: 'frame gone' };
  if (sender.frame.parent !== null) return { trusted: false, reason: 'not the main frame' };
  if (pageOfAddress(sender.frame.url) !== expected) return { trusted: false, reason: 'not our page' };
  return { trusted: true };
}
