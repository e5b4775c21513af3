import type { Problem } from '../../contract/desk/words.ts';

/** The relay would not, or could not be asked; the message is a sentence for the person. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.sentence);
    this.name = 'Refused';
    this.problem = problem;
  }
}
