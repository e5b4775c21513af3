import type { Call } from '../calls/call.ts';
import type { PermissionFact } from './fact.ts';

/**
 * What the end of a call says about permission; null while it goes on, and when it says nothing. A call of ours that was picked up counts as
 * answered, however it ended. One that was not counts when the customer refused it, or when their phone rang: also when the agent gave up
 * (§3.4).
 */
export function factOfCall(call: Call): PermissionFact | null {
  const { id, direction, life, rang } = call;
  if (life.phase !== 'ended') return null;
  const key = `call/${id}`;
  const { startedAt, endedAt, outcome } = life;
  if (direction === 'inbound') return startedAt === null ? null : { key, at: startedAt, kind: 'customerTalked' };
  if (startedAt !== null) return { key, at: startedAt, kind: 'calledCustomer', answered: true };
  const reached = outcome === 'rejected' || rang || (outcome === 'unanswered' && life.endedBy === 'customer');
  return reached ? { key, at: endedAt, kind: 'calledCustomer', answered: false } : null;
}
