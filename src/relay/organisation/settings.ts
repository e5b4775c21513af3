import { z } from 'zod';
import { awayReasonSchema } from '../../contract/desk/availability.ts';
import type { AvailabilityRules } from '../../domain/people/availability.ts';
import type { Db } from '../store/database.ts';

/** What an organisation decides for its agents; kept in the store, because it changes while the relay runs. */
export const organisationSchema = z.object({
  /** After-call time, seconds; 0 for none. */
  afterCallSeconds: z.number().int().min(0).max(3_600).default(0),
  awayReasons: z
    .array(awayReasonSchema)
    .max(20)
    .refine((reasons) => new Set(reasons).size === reasons.length, 'has a reason twice')
    .default(['Lunch', 'Meeting', 'Training']),
  missedRingSetsAway: z.boolean().default(false),
  /** What agents often write, ready to be picked. */
  quickReplies: z.array(z.string().trim().min(1).max(1024)).max(50).default([]),
});
export type OrganisationSettings = z.infer<typeof organisationSchema>;

type Name = keyof OrganisationSettings;
const names = Object.keys(organisationSchema.shape) as Name[];

/** What was never decided, or cannot be read, is as it is by default. */
export async function readOrganisation(db: Db): Promise<OrganisationSettings> {
  const rows = await db.selectFrom('organisation_setting').selectAll().execute();
  const stored = new Map(rows.map((row) => [row.name, row.value]));
  const entries = names.flatMap((name) => {
    const value = organisationSchema.shape[name].safeParse(parsed(stored.get(name)));
    return value.success ? [[name, value.data]] : [];
  });
  return organisationSchema.parse(Object.fromEntries(entries));
}

export type OrganisationChange = { [Name in keyof OrganisationSettings]?: OrganisationSettings[Name] | undefined };

export async function saveOrganisation(db: Db, change: OrganisationChange): Promise<void> {
  for (const [name, decided] of Object.entries(change)) {
    if (decided === undefined) continue;
    const value = JSON.stringify(decided);
    await db
      .insertInto('organisation_setting')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  }
}

export function rulesOf({
  afterCallSeconds,
  awayReasons,
  missedRingSetsAway,
}: OrganisationSettings): AvailabilityRules {
  return { afterCallMs: afterCallSeconds * 1000, awayReasons, missedRingSetsAway };
}

function parsed(json: string | undefined): unknown {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
