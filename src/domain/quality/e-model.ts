/**
 * How good a conversation sounds, estimated from delay and loss: the E-model of ITU-T G.107 with its default values, where
 * loudness, noise and echo add up to R = 93.2.
 *
 * - Delay: `Id` in the simplified form of Cole and Rosenbluth ("Voice over IP performance monitoring", 2001).
 * - Loss: `Ie,eff = Ie + (95 - Ie) · Ppl / (Ppl / BurstR + Bpl)` (G.107 §3.5), random loss (BurstR = 1). G.113 Appendix I has no
 *   row for Opus. Chosen: that of G.711 with packet loss concealment, Ie = 0 and Bpl = 25.1, since Opus conceals too and sounds
 *   no worse without loss.
 */
const unimpaired = 93.2;
const equipment = 0;
const robustness = 25.1;

/**
 * @param delayMs from mouth to ear, one way
 * @param loss 0..1 of the packets
 * @returns the rating factor R, 0..93.2
 */
export function ratingOf({ delayMs, loss }: { delayMs: number; loss: number }): number {
  const percent = 100 * Math.min(1, Math.max(0, loss));
  const delay = Math.max(0, delayMs);
  const byDelay = 0.024 * delay + 0.11 * Math.max(0, delay - 177.3);
  const byLoss = equipment + ((95 - equipment) * percent) / (percent + robustness);
  return Math.max(0, unimpaired - byDelay - byLoss);
}

/** R as a mean opinion score, 1 (bad) to 4.5 (G.107 Annex B). The formula dips below 1 for the smallest R; a score does not. */
export function mosOfRating(rating: number): number {
  if (rating <= 0) return 1;
  if (rating >= 100) return 4.5;
  return Math.max(1, 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6);
}
