/** The customer's word on being called. Meta: Cloud API Calling, user call permissions. */
import { z } from 'zod';
import { epochSecondsSchema } from './wire.ts';

/**
 * `accept` with `is_permanent` false carries `expiration_timestamp`; `automatic` means that no one pressed a button:
 * the customer called, or permission was taken back after unanswered calls.
 */
export const callPermissionReplySchema = z.object({
  response: z.string(),
  is_permanent: z.boolean().optional(),
  expiration_timestamp: epochSecondsSchema.optional(),
  response_source: z.string().optional(),
});
export type CallPermissionReply = z.infer<typeof callPermissionReplySchema>;
