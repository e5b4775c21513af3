import type { AnsweredView } from '../../../src/contract/window/view.ts';

/** What became of a request for permission, for a notification. */
export function answeredWords({ customer, answer }: AnsweredView): { title: string; body: string } {
  const name = customer.name ?? customer.username ?? customer.phone ?? 'The customer';
  switch (answer.kind) {
    case 'granted':
      return {
        title: `${name} allows calls`,
        body: answer.until === null ? 'For good.' : 'For the time that WhatsApp gives: see the customer.',
      };
    case 'declined':
      return { title: `${name} declined to be called`, body: 'Calling is not possible without a new permission.' };
    case 'undelivered':
      return { title: `${name} was not asked`, body: answer.sentence };
  }
}
