import { z } from 'zod';
import { problemSchema } from '../desk/words.ts';

/** What the window is asked to show from outside of it: by a link of another program, or by the tray. */
export const wantedPlaceSchema = z.discriminatedUnion('place', [
  /** Whoever has a number, given as E.164; who that is, is found where customers are listed. */
  z.object({ place: z.literal('whoHas'), number: z.string() }),
  z.object({ place: z.literal('missed') }),
  z.object({ place: z.literal('customers'), customerId: z.string() }),
  /** A link that leads nowhere, and why. */
  z.object({ place: z.literal('nowhere'), problem: problemSchema }),
]);
export type WantedPlace = z.infer<typeof wantedPlaceSchema>;
