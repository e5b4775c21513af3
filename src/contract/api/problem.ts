import { z } from 'zod';

/** RFC 9457. `title` is a sentence for a person, `code` is for the log and for programs. */
export const problemDocumentSchema = z.object({
  type: z.string().default('about:blank'),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  /** The fields that were wrong, when the input was. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type ProblemDocument = z.infer<typeof problemDocumentSchema>;
