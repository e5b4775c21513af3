/** How long a customer may be written to freely after they were last in touch, ms. */
export const windowLasts = 24 * 3_600_000;

/** The customer service window: outside it only templates are delivered. */
export type ServiceWindow = { open: true; until: number } | { open: false };

/**
 * It opens, and begins anew, when the customer writes, calls (answered or not), or picks up a call of the company (Meta calling reference §12.4).
 *
 * @param inTouchAt when the customer last did one of these; null: never. ms
 */
export function windowAt(inTouchAt: number | null, now: number): ServiceWindow {
  if (inTouchAt === null || now >= inTouchAt + windowLasts) return { open: false };
  return { open: true, until: inTouchAt + windowLasts };
}
