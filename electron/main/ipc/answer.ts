import type { Problem } from '../../../src/contract/desk/words.ts';

/** What `invoke` resolves to: an error crosses as a value, because Electron keeps only the text of a thrown one. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };

/** Thrown by a handler that has something to say to the person; anything else becomes a general apology. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    super(problem.sentence, { cause });
    this.name = 'ProblemError';
    this.problem = problem;
  }
}
