/** Troubles put in the way of the next Graph requests. */
import { z } from 'zod';

const aimed = {
  /** Only requests of this action (see the journal); any when left out. */
  action: z.string().optional(),
  times: z.number().int().min(1).max(1_000).default(1),
};

export const faultSchema = z.discriminatedUnion('kind', [
  /** Answered rightly, but late. */
  z.object({ kind: z.literal('delay'), ...aimed, ms: z.number().int().min(1).max(600_000) }),
  /** Refused with Meta's error; with `applied` the thing was done all the same. */
  z.object({
    kind: z.literal('error'),
    ...aimed,
    code: z.number().int().default(131_000),
    http: z.number().int().min(400).max(599).optional(),
    details: z.string().optional(),
    applied: z.boolean().default(false),
  }),
  /** Never answered; with `applied` the thing was done all the same. */
  z.object({ kind: z.literal('hang'), ...aimed, applied: z.boolean().default(false) }),
]);
export type Fault = z.infer<typeof faultSchema>;
export type FaultInput = z.input<typeof faultSchema>;

export class Faults {
  #waiting: Fault[] = [];

  add(fault: Fault): void {
    this.#waiting.push(fault);
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The fault that fits first, used up once. */
  take(action: string): Fault | undefined {
    const fault = this.#waiting.find((one) => one.action === undefined || one.action === action);
    if (fault === undefined) return undefined;
    this.#waiting = this.#waiting.flatMap((one) => {
      if (one !== fault) return [one];
      return one.times > 1 ? [{ ...one, times: one.times - 1 }] : [];
    });
    return fault;
  }
}
