import type { DeskView } from '../../../src/contract/window/view.ts';
import { customerName } from '../../softphone/words/customer.ts';

/** What the tab says: who calls first, because a narrow tab shows only the beginning. */
export function pageTitle({ ring, call }: Pick<DeskView, 'ring' | 'call'>): string {
  if (ring !== null) return `${customerName(ring.customer)} is calling`;
  if (call !== null) return `${customerName(call.customer)}, on call`;
  return 'Ringdesk';
}
