import { z } from 'zod';
import type { Summary } from '../../domain/quality/tally.ts';

const score = z.number().min(1).max(4.5);
const share = z.number().min(0).max(1).nullable();
const ms = z.number().nonnegative().nullable();
const seconds = z.number().nonnegative();

/** The sound of a whole call, as the desk measured it; what was never known is null. */
export const qualitySummarySchema = z.object({
  seconds,
  averageMos: score,
  worstMos: score,
  roundTripMs: ms,
  heardLoss: share,
  sentLoss: share,
  heardJitterMs: ms,
  /** How long each trouble was the verdict. */
  troubled: z.object({ microphoneSilent: seconds, minePoor: seconds, customerPoor: seconds, customerSilent: seconds }),
}) satisfies z.ZodType<Summary>;
