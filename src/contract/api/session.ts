import { z } from 'zod';
import { callRecordSchema } from '../desk/socket.ts';
import { agentSchema, instantSchema } from '../desk/words.ts';

/** `POST /api/session`. */
export const signInSchema = z.object({ email: z.email().max(254), password: z.string().min(1).max(256) });
export type SignIn = z.infer<typeof signInSchema>;

export const sessionSchema = z.object({ token: z.string(), expiresAt: instantSchema, agent: agentSchema });
export type Session = z.infer<typeof sessionSchema>;

/** `GET /api/calls?before=&limit=&search=&customerId=`: this agent's calls, newest first by `calledAt`; `before` is the `calledAt` of the last one that is there already. */
export const callsQuerySchema = z.object({
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  search: z.string().max(100).optional(),
  customerId: z.string().max(200).optional(),
});
export const callsPageSchema = z.object({ calls: z.array(callRecordSchema), more: z.boolean() });
export type CallsPage = z.infer<typeof callsPageSchema>;
