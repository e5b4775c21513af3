/** Which line a customer's phone gets for a call: a machine's voice, a person's bridge, or none. */
import type { LineMaker } from './calls/switchboard.ts';
import type { PlaceCall } from './control/shapes.ts';
import type { Customers } from './customers/customers.ts';
import { AudioLine, silentLine } from './media/phone-line.ts';
import { makeVoice, type Voice } from './media/voice.ts';
import { Problem } from './problem.ts';

export const linesFor =
  (customers: Customers, personAt: (customerId: string) => Voice | undefined) =>
  (customerId: string, own: Pick<PlaceCall, 'speaks' | 'media'> = {}): LineMaker => {
    const customer = customers.get(customerId);
    const isLossy = own.media === 'lossy';
    if ((own.media ?? customer?.media) === 'none') return silentLine;
    const person = personAt(customerId);
    if (person !== undefined) return (_call, events) => new AudioLine(person, events, isLossy);
    const made = makeVoice(own.speaks ?? customer?.speaks ?? { silence: true });
    if (made.status === 'refused') throw new Problem(400, 'invalid-input', 'Invalid input', made.reason);
    return (_call, events) => new AudioLine(made.voice, events, isLossy);
  };
