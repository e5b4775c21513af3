/** The customer's word on being called. Meta: Cloud API Calling, user call permissions. */
import { z } from 'zod';
import { maybeSecondsSchema } from './wire.ts';

/**
 * `accept` with `is_permanent` false carries `expiration_timestamp`; `automatic` means that no one pressed a button:
 * the customer called, or permission was taken back after unanswered calls.
 */
export const callPermissionReplySchema = z.object({
  response: z.string(),
  is_permanent: z.boolean().optional().catch(undefined),
  expiration_timestamp: maybeSecondsSchema,
  response_source: z.string().optional().catch(undefined),
});
export type CallPermissionReply = z.infer<typeof callPermissionReplySchema>;
