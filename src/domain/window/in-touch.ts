import type { Call } from '../calls/call.ts';

/** When a call opened the service window: the customer's own as soon as they called, ours when they picked it up. ms */
export function inTouchBy(call: Call): number | null {
  if (call.direction === 'inbound') return call.calledAt;
  return call.life.phase === 'onCall' || call.life.phase === 'ended' ? call.life.startedAt : null;
}
