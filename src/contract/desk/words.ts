import { z } from 'zod';
import { outcomes, parties } from '../../domain/calls/outcome.ts';
import { roles } from '../../domain/people/role.ts';

/** Milliseconds since the Unix epoch, by the relay's clock unless a field says otherwise. */
export const instantSchema = z.number().int().nonnegative();

export const outcomeSchema = z.enum(outcomes);
export const partySchema = z.enum(parties);
export const roleSchema = z.enum(roles);

/** A WhatsApp business number, as people at the desk know it. */
export const channelSchema = z.object({ id: z.string(), name: z.string(), number: z.string().nullable() });
export type Channel = z.infer<typeof channelSchema>;

/** A customer; the name, the username and the number may each be missing (Meta calling reference §2.3). */
export const customerSchema = z.object({
  id: z.string(),
  /** What the company calls them, else what they call themselves. */
  name: z.string().nullable(),
  /** What they call themselves, where that is another name. */
  ownName: z.string().exactOptional(),
  username: z.string().nullable(),
  /** E.164 with `+`, or null when the customer does not share it. */
  phone: z.string().nullable(),
  /** ISO 3166-1 alpha-2, derived from the number. */
  country: z.string().nullable(),
});
export type Customer = z.infer<typeof customerSchema>;

export const agentSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
});
export type Agent = z.infer<typeof agentSchema>;

/** A failure in the two languages it needs: a sentence for the person, a code for the log. */
export const problemSchema = z.object({ code: z.string(), sentence: z.string() });
export type Problem = z.infer<typeof problemSchema>;

/** The answer to a command: done, or why not. */
export const replySchema = z.discriminatedUnion('ok', [
  /** `now`: the relay's clock, where it is said. */
  z.object({ ok: z.literal(true), now: instantSchema.optional() }),
  z.object({ ok: z.literal(false), problem: problemSchema }),
]);
export type Reply = z.infer<typeof replySchema>;
