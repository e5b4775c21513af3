import { Refused } from '../../../src/desk/session/refused.ts';
import { ProblemError } from './answer.ts';

/** What the relay answered; its sentence reaches the person where it refused. */
export async function told<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof Refused ? new ProblemError(error.problem, error) : error;
  }
}
