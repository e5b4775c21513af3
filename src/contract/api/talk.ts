import { z } from 'zod';
import { buttonLife, longestButton } from '../../domain/invitation/button.ts';
import { messageStates } from '../../domain/messages/progress.ts';

const sent = {
  agentName: z.string().nullable(),
  by: z.enum(['message', 'template']).default('message'),
  text: z.string().nullable(),
  state: z.enum(messageStates),
  /** Why it failed. */
  sentence: z.string().nullable(),
};

/** Something that was written, in a customer's timeline. */
export const talkEventSchemas = [
  z.object({
    kind: z.literal('wrote'),
    /** Meta's. */
    messageId: z.string(),
    /** Meta's name of what it is: `text`, `image`, or one that nobody here knows. */
    type: z.string(),
    /** Its words, or what stands beneath it. */
    text: z.string().nullable(),
    /** No agent has had it open. */
    unread: z.boolean(),
  }),
  z.object({ kind: z.literal('texted'), ...sent }),
  z.object({ kind: z.literal('invited'), ...sent }),
] as const;

const id = z.string().min(1).max(200);

/** `POST /api/customers/:id/messages`: text, inside the service window. The id is made by the desk, so that a repeated one is known again. */
export const sendTextSchema = z.object({
  messageId: z.uuid(),
  channelId: id,
  text: z.string().trim().min(1).max(4096),
});
export type SendText = z.infer<typeof sendTextSchema>;

/** `POST /api/customers/:id/invitations`: a button with which the customer calls, inside the service window. */
export const inviteSchema = z.object({
  messageId: z.uuid(),
  channelId: id,
  text: z.string().trim().min(1).max(1024),
  button: z.string().trim().min(1).max(longestButton),
  /** How long the button is good for. */
  minutes: z.number().int().min(buttonLife.least).max(buttonLife.most),
});
export type Invite = z.infer<typeof inviteSchema>;

/** `GET /api/customers/:id/templates?channelId=&purpose=`: what can be sent outside the service window, the one that fits the customer best first. */
export const templatesToSendQuerySchema = z.object({ channelId: id, purpose: z.enum(['text', 'callInvitation']) });
export const templatesToSendSchema = z.object({
  templates: z.array(
    // `src/domain/templates/sendable.ts`
    z.object({
      name: z.string(),
      language: z.string(),
      category: z.string(),
      header: z.string().nullable(),
      body: z.string(),
      footer: z.string().nullable(),
      buttons: z.array(z.string()).readonly(),
    }),
  ),
  /** Why there is none. */
  problem: z.string().nullable(),
});
export type TemplatesToSend = z.infer<typeof templatesToSendSchema>;

const valuesSchema = z.record(z.string().min(1).max(512), z.string().max(1024));

/** `POST /api/customers/:id/template-messages`: an approved template with its words, outside the service window. The id is the desk's. */
export const sendTemplateSchema = z.object({
  messageId: z.uuid(),
  channelId: id,
  template: z.object({ name: z.string().min(1).max(512), language: z.string().min(1).max(20) }),
  values: z.object({ header: valuesSchema, body: valuesSchema }),
  /** For an invitation to call, how long its button is good for; null for other messages. */
  minutes: z.number().int().min(buttonLife.least).max(buttonLife.most).nullable(),
});
export type SendTemplate = z.infer<typeof sendTemplateSchema>;

/** It is in the conversation now, whatever becomes of it. */
export const messageSentSchema = z.object({ state: z.enum(messageStates) });

/** `POST /api/customers/:id/read`: what an agent has had before their eyes, by Meta's ids. */
export const markReadSchema = z.object({ messageIds: z.array(z.string().min(1).max(512)).min(1).max(200) });
export type MarkRead = z.infer<typeof markReadSchema>;

/** `GET /api/quick-replies`: what the company often writes. */
export const quickRepliesSchema = z.object({ quickReplies: z.array(z.string()) });
export type QuickReplies = z.infer<typeof quickRepliesSchema>;
