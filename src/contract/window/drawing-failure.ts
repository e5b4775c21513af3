import { z } from 'zod';

/** What could not be drawn, and the error's words, which the log redacts. */
export const drawingFailureSchema = z.object({
  part: z.enum(['window', 'place', 'call']),
  error: z.string().transform((words) => words.slice(0, 2000)),
});

export type DrawingFailure = z.infer<typeof drawingFailureSchema>;
