import type { AnsweredView } from '../../../src/contract/window/view.ts';
import { customerName } from './customer.ts';
import { comingWhen } from './when.ts';

/** `Dewi Anggraini allows calls until Sat 13:58.` */
export function answeredWords({ customer, answer }: AnsweredView, now: number): string {
  const name = customerName(customer);
  switch (answer.kind) {
    case 'granted':
      return answer.until === null
        ? `${name} allows calls for good.`
        : `${name} allows calls until ${comingWhen(answer.until, now)}.`;
    case 'declined':
      return `${name} declined to be called.`;
    case 'undelivered':
      return `${name} was not asked. ${answer.sentence}`;
  }
}
