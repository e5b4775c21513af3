import { followAvailability } from '../availability/availability.ts';
import { takeIce } from '../calls/audio-network.ts';
import { finishCall, followCall } from '../calls/call.ts';
import { endRing, presentRing } from '../calls/ring.ts';
import { customerChanged, customersTalked, permissionAnswered } from '../customers/reduce-customers.ts';
import { signOut } from '../session/reduce-session.ts';
import { type Step, step } from '../state/effects.ts';
import type { RelayMessage } from '../state/facts.ts';
import type { DeskState } from '../state/state.ts';
import { reduceSync } from './sync.ts';

export function reduceRelay(state: DeskState, message: RelayMessage, at: number): Step {
  switch (message.name) {
    case 'sync':
      return reduceSync(state, message.body, at);
    case 'ring':
      return step(presentRing(state, message.body, at));
    case 'ring.over':
      return endRing(state, message.body, at);
    case 'call':
      return followCall(state, message.body, at);
    case 'call.over':
      return finishCall(state, message.body, at);
    case 'availability':
      return step(followAvailability(state, message.body, at));
    case 'ice':
      return takeIce(state, message.body);
    case 'customer.changed':
      return step(customerChanged(state, message.body.customerId));
    case 'customers.changed':
      return step(customersTalked(state, message.body.waiting));
    case 'permission.answered':
      return step(permissionAnswered(state, message.body, at));
    case 'templates.changed':
      return step({ ...state, templateRevision: state.templateRevision + 1 });
    case 'signed.out':
      return signOut(state, message.body);
  }
}
