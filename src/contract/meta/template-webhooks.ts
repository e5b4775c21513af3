/** What Meta posts about message templates. Meta calling reference §8.4, §12.6; Cloud API template webhooks. */
import { z } from 'zod';
import { maybeTextSchema } from './wire.ts';

const about = {
  message_template_id: z.coerce.string().min(1),
  message_template_name: maybeTextSchema,
  message_template_language: maybeTextSchema,
};

/** `message_template_status_update`: APPROVED, REJECTED, PAUSED, DISABLED, … */
export const templateStatusUpdateSchema = z.object({ ...about, event: z.string(), reason: maybeTextSchema });

/** `message_template_quality_update`: GREEN, YELLOW, RED, UNKNOWN. */
export const templateQualityUpdateSchema = z.object({ ...about, new_quality_score: z.string() });

/** `template_category_update`: Meta puts templates into another category by itself. */
export const templateCategoryUpdateSchema = z.object({ ...about, new_category: z.string() });
