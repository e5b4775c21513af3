import { z } from 'zod';
import { askSchema, cardChangeSchema } from '../api/customers.ts';
import {
  inviteSchema,
  markReadSchema,
  sendTemplateSchema,
  sendTextSchema,
  templatesToSendQuerySchema,
} from '../api/talk.ts';

/** What a window asks about customers; the answers are the relay's (`src/contract/api/customers.ts`), by the relay's clock. */
export const customersAskedSchema = z.object({
  search: z.string().max(100).exactOptional(),
  tag: z.string().max(100).exactOptional(),
  before: z.number().int().positive().exactOptional(),
  limit: z.number().int().min(1).max(200).exactOptional(),
});
export type CustomersAsked = z.infer<typeof customersAskedSchema>;

const customerId = z.string().min(1).max(200);
export const customerRefSchema = z.object({ customerId });
export const askPlanAskedSchema = z.object({ customerId, channelId: askSchema.shape.channelId });
export type AskPlanAsked = z.infer<typeof askPlanAskedSchema>;
export const permissionAskSchema = z.object({ customerId, ...askSchema.shape });
export type PermissionAsk = z.infer<typeof permissionAskSchema>;
export const cardEditSchema = z.object({ customerId, change: cardChangeSchema });
export type CardEdit = z.infer<typeof cardEditSchema>;

export const textAskedSchema = z.object({ customerId, ...sendTextSchema.shape });
export type TextAsked = z.infer<typeof textAskedSchema>;
export const invitationAskedSchema = z.object({ customerId, ...inviteSchema.shape });
export type InvitationAsked = z.infer<typeof invitationAskedSchema>;
export const templatesAskedSchema = z.object({ customerId, ...templatesToSendQuerySchema.shape });
export type TemplatesAsked = z.infer<typeof templatesAskedSchema>;
export const templateAskedSchema = z.object({ customerId, ...sendTemplateSchema.shape });
export type TemplateAsked = z.infer<typeof templateAskedSchema>;
export const readAskedSchema = z.object({ customerId, ...markReadSchema.shape });
export type ReadAsked = z.infer<typeof readAskedSchema>;
