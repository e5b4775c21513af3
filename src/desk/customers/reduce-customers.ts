import type { PermissionAnswered } from '../../contract/desk/permission.ts';
import { type Step, step } from '../state/effects.ts';
import type { DeskState } from '../state/state.ts';

/** Another customer's page is open, or none. */
export function watchCustomer(state: DeskState, customerId: string | null): Step {
  if (state.watchedCustomer === customerId) return step(state);
  const next = { ...state, watchedCustomer: customerId };
  return state.connection.status === 'online' ? watchAgain(next) : step(next);
}

/** Tells the relay which customer is looked at; over each connection anew. */
export function watchAgain(state: DeskState): Step {
  const { watchedCustomer: customerId } = state;
  return step(state, { kind: 'ask', asked: { name: 'customer.watch', body: { customerId } } });
}

/** After a sync: what changed meanwhile was not heard. */
export function watchAfterSync(before: DeskState, waiting: number): Step {
  const state = customersTalked(before, waiting);
  if (state.watchedCustomer === null) return step(state);
  return watchAgain({ ...state, customerRevision: state.customerRevision + 1 });
}

/** Somebody wrote, answered or was read; `waiting` customers have written what nobody has read. */
export function customersTalked(state: DeskState, waiting: number): DeskState {
  return { ...state, customersRevision: state.customersRevision + 1, waitingCustomers: waiting };
}

export function customerChanged(state: DeskState, customerId: string): DeskState {
  if (state.watchedCustomer !== customerId) return state;
  return { ...state, customerRevision: state.customerRevision + 1 };
}

/** What became of a request; the newest stands until it is put away. */
export function permissionAnswered(state: DeskState, told: PermissionAnswered, at: number): DeskState {
  const { customer, channel, answer, now } = told;
  const local =
    answer.kind === 'granted' && answer.until !== null
      ? { ...answer, until: Math.max(0, answer.until + at - now) }
      : answer;
  return { ...state, answered: { customer, channel, answer: local, at } };
}
