import { z } from 'zod';
import { channelSchema, customerSchema, instantSchema } from './words.ts';

/** What became of a request for permission. */
export const permissionAnswerSchema = z.discriminatedUnion('kind', [
  /** `until`: null for good; by the relay's clock. */
  z.object({ kind: z.literal('granted'), until: instantSchema.nullable() }),
  z.object({ kind: z.literal('declined') }),
  /** It never reached the customer. */
  z.object({ kind: z.literal('undelivered'), sentence: z.string() }),
]);
export type PermissionAnswer = z.infer<typeof permissionAnswerSchema>;

/** Told to the agent who asked. */
export const permissionAnsweredSchema = z.object({
  customer: customerSchema,
  channel: channelSchema,
  answer: permissionAnswerSchema,
  now: instantSchema,
});
export type PermissionAnswered = z.infer<typeof permissionAnsweredSchema>;

/** The customer whose card is open at the desk; null: none. What changes about them is told with `customer.changed`. */
export const watchCustomerSchema = z.object({ customerId: z.string().max(200).nullable() });
export const customerChangedSchema = z.object({ customerId: z.string() });

/** `waiting`: how many customers of this agent have written what nobody has read. */
export const customersChangedSchema = z.object({ waiting: z.number().int().nonnegative() });
