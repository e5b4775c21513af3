import type { Transaction } from 'kysely';
import { qualitySummarySchema } from '../../contract/desk/quality.ts';
import type { Summary } from '../../domain/quality/tally.ts';
import type { Tables } from './tables.ts';

/** Keeps how a call sounded; a later word replaces an earlier one. */
export async function saveQuality(trx: Transaction<Tables>, callId: string, summary: Summary): Promise<void> {
  await trx
    .updateTable('call')
    .set({ quality: JSON.stringify(summary) })
    .where('id', '=', callId)
    .execute();
}

/** @param saved as {@link saveQuality} wrote it */
export function readQuality(saved: string | null): Summary | null {
  return saved === null ? null : qualitySummarySchema.parse(JSON.parse(saved));
}
