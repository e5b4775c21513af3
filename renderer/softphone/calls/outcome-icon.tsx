import ArrowDownLeft from 'lucide-react/icons/arrow-down-left';
import ArrowUpRight from 'lucide-react/icons/arrow-up-right';
import X from 'lucide-react/icons/x';
import type { CallRecord } from '../../../src/contract/desk/socket.ts';
import { CallBroken, CallMissed, CallUnanswered } from '../../kit/icons.tsx';
import { isBroken, isMissed } from '../words/outcome.ts';

/** Which way a call went and how it ended, as a shape. */
export function OutcomeIcon({ call }: { call: CallRecord }) {
  if (isMissed(call)) return <CallMissed />;
  if (isBroken(call)) return <CallBroken />;
  if (call.outcome === 'rejected') return <X size={16} />;
  if (call.outcome === 'unanswered') return <CallUnanswered />;
  return call.direction === 'inbound' ? <ArrowDownLeft size={16} /> : <ArrowUpRight size={16} />;
}
