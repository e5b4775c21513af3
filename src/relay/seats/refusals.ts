import type { Problem, Reply } from '../../contract/desk/words.ts';
import type { Refusal } from '../../domain/calls/event.ts';

export const done: Reply = { ok: true };

export function refuse(problem: Problem): Reply {
  return { ok: false, problem };
}

const sentences: Record<
  | Refusal
  | 'noSuchCall'
  | 'badInput'
  | 'unknownCommand'
  | 'notSeated'
  | 'onACall'
  | 'noSuchChannel'
  | 'noSuchCustomer'
  | 'customerOnACall'
  | 'onCallElsewhere'
  | 'noSuchReason'
  | 'reasonNeeded'
  | 'failed',
  string
> = {
  answeredByColleague: 'A colleague was faster and has the call.',
  callOver: 'The caller has hung up.',
  ringOver: 'The call no longer rings for you.',
  notYours: 'This call is not at your desk.',
  noSuchCall: 'This call is not known here.',
  badInput: 'The desk sent something that the relay does not understand. Is the app up to date?',
  unknownCommand: 'The desk asked for something that this relay does not know. The relay may be older than the app.',
  notSeated: 'Your calls ring at another desk. Take over here first.',
  onACall: 'You are in a call, or one rings for you.',
  noSuchChannel: 'This number is not yours to call from.',
  noSuchCustomer: 'This customer cannot be called.',
  customerOnACall: 'This customer is in a call with your company already, or rings now. Wait until it is over.',
  onCallElsewhere: 'You are in a call at the other desk. You can take over as soon as it ends.',
  noSuchReason: 'This reason is not in the list any more. Choose another one.',
  reasonNeeded:
    'If this call is not picked up either, WhatsApp takes the permission away. Say why you call all the same.',
  failed: 'The relay could not do this. Please try again.',
};

/** `call.` and `ring.` are news, `desk.` is trouble. */
const codes: Record<keyof typeof sentences, string> = {
  answeredByColleague: 'call.answeredByColleague',
  callOver: 'call.over',
  ringOver: 'ring.over',
  notYours: 'call.notYours',
  noSuchCall: 'call.unknown',
  badInput: 'desk.badInput',
  unknownCommand: 'desk.unknownCommand',
  notSeated: 'desk.notSeated',
  onACall: 'call.busy',
  noSuchChannel: 'dial.channel',
  noSuchCustomer: 'dial.customer',
  customerOnACall: 'dial.customerOnACall',
  onCallElsewhere: 'desk.onCallElsewhere',
  noSuchReason: 'desk.noSuchReason',
  reasonNeeded: 'dial.lastStrike',
  failed: 'desk.failed',
};

export function refusal(code: keyof typeof sentences): Reply {
  return refuse({ code: codes[code], sentence: sentences[code] });
}
