import { z } from 'zod';
import { templateStatuses } from '../../domain/templates/template.ts';
import { instantSchema } from '../desk/words.ts';

const examplesSchema = z.record(z.string().max(100), z.string().max(1024));

/** What somebody writes (`src/domain/templates/draft.ts`); whether it keeps WhatsApp's rules is said by `faultsOf`. */
export const templateDraftSchema = z.object({
  kind: z.enum(['callPermission', 'callInvite']),
  name: z.string().max(1_000),
  language: z.string().max(20),
  category: z.enum(['utility', 'marketing']),
  header: z.string().max(2_000),
  body: z.string().max(5_000),
  footer: z.string().max(2_000),
  examples: z.object({ header: examplesSchema, body: examplesSchema }),
  button: z.object({ text: z.string().max(200), lifetimeMinutes: z.number().int().min(0).max(1_000_000) }),
});

/** A template of the company (`src/domain/templates/template.ts`), and whose it is. */
export const templateSchema = z.object({
  id: z.string(),
  accountId: z.string(),
  name: z.string(),
  language: z.string(),
  kind: z.enum(['callPermission', 'callInvite', 'other']),
  header: z.union([z.object({ text: z.string() }), z.object({ media: z.string() })]).nullable(),
  body: z.string(),
  footer: z.string().nullable(),
  buttons: z.array(z.string()).readonly(),
  examples: z.object({ header: z.record(z.string(), z.string()), body: z.record(z.string(), z.string()) }),
  status: z.object({
    value: z.object({ status: z.enum(templateStatuses), reason: z.string().nullable() }),
    at: instantSchema,
  }),
  category: z.object({ value: z.string(), at: instantSchema }),
  quality: z.object({ value: z.string(), at: instantSchema }),
});
export type ListedTemplate = z.infer<typeof templateSchema>;

/** `GET /api/templates`: those of the accounts of the agent's channels. `POST /api/templates/sync` answers the same, after asking Meta. */
export const templatesSchema = z.object({
  templates: z.array(templateSchema),
  /** The WhatsApp Business accounts, by the numbers that they have. */
  accounts: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Whether this agent may make templates. */
  mayCreate: z.boolean(),
  /** Why Meta's list could not be had just now, where it was asked for. */
  problem: z.string().nullable(),
});
export type Templates = z.infer<typeof templatesSchema>;

/** `POST /api/templates`: makes one at Meta, which reviews it. Refused with 400 and its faults, or with 409 and Meta's reason in words. */
export const createTemplateSchema = z.object({ accountId: z.string().min(1).max(200), draft: templateDraftSchema });
export type CreateTemplate = z.infer<typeof createTemplateSchema>;
export const createdTemplateSchema = z.object({ id: z.string() });
