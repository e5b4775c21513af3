import type { RelayProcess } from './relay-process.ts';
import { TestDesk } from './test-desk.ts';

export type SeatOptions = { role?: 'agent' | 'supervisor' | 'admin'; proof?: TestDesk['proof'] };

/** The desks of a test, each of an agent of its own: those of the tests before are gone by then. */
export class Seats {
  readonly #relay: () => RelayProcess;
  readonly #open: TestDesk[] = [];
  #count = 0;

  constructor(relay: () => RelayProcess) {
    this.#relay = relay;
  }

  /** Makes an agent of this name, and seats them. */
  readonly take = async (name: string, { role, proof }: SeatOptions = {}): Promise<TestDesk> => {
    const relay = this.#relay();
    const email = await relay.addAgent(`${name}.${++this.#count}`, role);
    const desk = await TestDesk.open(relay.url, email, undefined, proof);
    return this.keep(desk);
  };

  /** A desk that was opened otherwise leaves with the others. */
  keep(desk: TestDesk): TestDesk {
    this.#open.push(desk);
    return desk;
  }

  /** Everybody leaves. */
  readonly clear = (): void => {
    for (const desk of this.#open.splice(0)) desk.close();
  };
}
