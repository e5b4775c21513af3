import type { AnsweredView } from '../../../src/contract/window/view.ts';
import { goTo } from '../../softphone/places/route.ts';
import { answeredWords } from '../../softphone/words/answered.ts';
import { customerName } from '../../softphone/words/customer.ts';

/** A page's notice has no buttons of its own: a click leads to the customer, where Call is. */
export function showAnswer(answered: AnsweredView): void {
  const notice = new Notification(customerName(answered.customer), {
    body: answeredWords(answered, Date.now()),
    tag: `answer ${answered.customer.id}`,
  });
  notice.onclick = () => {
    window.focus();
    goTo({ place: 'customers', callId: answered.customer.id });
    notice.close();
  };
}
