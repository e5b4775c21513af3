/** How this Meta behaves, where Meta documents no value or a test wants a shorter one. Changeable while it runs. */
import { z } from 'zod';

const ms = z.number().int().nonnegative().max(3_600_000);

export const behaviourSchema = z.object({
  /** Where webhooks go. */
  webhookUrl: z.url({ protocol: /^https?$/ }),
  /** A user's call rings this long. Meta: about 30 to 60 s. */
  userRingMs: ms.default(45_000),
  /** A business's call rings this long. Meta documents none. */
  businessRingMs: ms.default(60_000),
  /** Without audio of the business this long after the start, the call fails with 138021. */
  mediaStartMs: ms.default(20_000),
  /** The same in mid-call. */
  mediaGapMs: ms.default(30_000),
  /** A webhook without an answer counts as failed after this time. */
  webhookTimeoutMs: ms.default(20_000),
  /** Waits before the retries of a webhook; then it is given up. Meta goes on for hours or days. */
  webhookRetryDelaysMs: z.array(ms).max(1_000).default([1_000, 5_000, 30_000, 120_000, 600_000]),
  /** `status` of the terminate of a call that nobody answered; sources disagree. */
  unansweredStatus: z.enum(['COMPLETED', 'FAILED']).default('COMPLETED'),
  /** `terminate` of a user's call that was not accepted yet; Meta documents only `reject` there. */
  terminateBeforeAccept: z.enum(['works', 'refused']).default('works'),
  /** Calls at the same time per number. */
  concurrentCalls: z.number().int().positive().default(1_000),
  /** Starts of business calls per number in 24 h. */
  startsPerDay: z.number().int().positive().default(10_000),
  /** What becomes of a template that was made: it is approved or rejected at once, or waits for `/sandbox/templates/:id/review`. */
  templateReview: z.enum(['approves', 'rejects', 'waits']).default('approves'),
  /** Limits per customer: those of production numbers, or those of Meta's test numbers. */
  limits: z.enum(['production', 'test']).default('production'),
});
export type Behaviour = z.infer<typeof behaviourSchema>;
export type BehaviourInput = z.input<typeof behaviourSchema>;

/** A change keeps what it does not name. */
export const behaviourChangeSchema = z.record(z.string(), z.unknown());

export const changedBehaviour = (now: Behaviour, change: unknown): Behaviour =>
  behaviourSchema.strict().parse({ ...now, ...behaviourChangeSchema.parse(change) });
