import type { Problem, Reply } from '../../contract/desk/words.ts';

/** The relay tripped over itself (its disk, a lock): nothing is decided, and the same command may do next time. */
export function couldNot(reply: Reply): boolean {
  return !reply.ok && reply.problem.code === 'desk.failed';
}

/** `call.` and `ring.` are news: what was asked about is over, or is not this desk's. Any other refusal leaves it where it is. */
export function saysGone(why: Problem): boolean {
  return why.code.startsWith('call.') || why.code.startsWith('ring.');
}
