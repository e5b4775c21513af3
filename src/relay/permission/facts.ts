import { sql, type Transaction } from 'kysely';
import type { PermissionFact } from '../../domain/permission/fact.ts';
import { type Standing, standingAt } from '../../domain/permission/gate.ts';
import { limitSets, type PermissionRules } from '../../domain/permission/rules.ts';
import type { Pair } from '../store/acquaintances.ts';
import type { Db } from '../store/database.ts';
import { prepare } from '../store/prepare.ts';
import type { Tables } from '../store/tables.ts';

type Trx = Transaction<Tables>;

/** Keeps a fact; said again it replaces itself. Belongs into the transaction of its cause. @returns whether anything is new */
export async function learn(trx: Trx, { channelId, customerId }: Pair, fact: PermissionFact): Promise<boolean> {
  const row = { key: fact.key, channelId, customerId, at: fact.at, fact: JSON.stringify(fact) };
  const { numAffectedRows = 0n } = await keepFact(trx, row);
  return numAffectedRows > 0n;
}

const keepFact = prepare<Pair & { key: string; at: number; fact: string }>()((db, blank) =>
  db
    .insertInto('permission_fact')
    .values({
      key: blank('key'),
      channel_id: blank('channelId'),
      // What was under way while a customer turned out to be another belongs to that other.
      customer_id: sql<string>`coalesce((select merged_into from customer where id = ${blank('customerId')}), ${blank('customerId')})`,
      at: blank('at'),
      fact: blank('fact'),
    })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ at: (eb) => eb.ref('excluded.at'), fact: (eb) => eb.ref('excluded.fact') })
        .where((eb) => eb('excluded.fact', '<>', eb.ref('permission_fact.fact'))),
    ),
);

/** Everything that is known of a customer on a channel, oldest first. */
export async function factsOf(db: Db | Trx, { channelId, customerId }: Pair): Promise<PermissionFact[]> {
  const rows = await db
    .selectFrom('permission_fact')
    .select('fact')
    .where('customer_id', '=', customerId)
    .where('channel_id', '=', channelId)
    .orderBy('at')
    .execute();
  // Written by learn from a fact and by nothing else.
  return rows.map((row) => JSON.parse(row.fact) as PermissionFact);
}

/** Meta's numbers for a channel, where Meta itself has not said others. */
export async function rulesFor(db: Db | Trx, channelId: string): Promise<PermissionRules> {
  const row = await db.selectFrom('channel').select('permission_limits').where('id', '=', channelId).executeTakeFirst();
  return limitSets[row?.permission_limits ?? 'production'];
}

export async function standingOf(db: Db | Trx, pair: Pair, at: number): Promise<Standing> {
  return standingAt(await factsOf(db, pair), at, await rulesFor(db, pair.channelId));
}

/**
 * What Meta was found to hold. Of equal findings in a row only the first and the last are kept: the first says since when, the last what
 * counted lately.
 */
export async function learnFinding(
  trx: Trx,
  pair: Pair,
  finding: PermissionFact & { kind: 'looked' },
): Promise<boolean> {
  const looks = (await factsOf(trx, pair)).filter((fact) => fact.kind === 'looked').slice(-2);
  const said = JSON.stringify(finding.found);
  const between = looks.at(-1);
  if (between && looks.length === 2 && looks.every((look) => JSON.stringify(look.found) === said)) {
    await trx.deleteFrom('permission_fact').where('key', '=', between.key).execute();
  }
  return learn(trx, pair, finding);
}

/** When Meta was last asked about a customer; null: never. ms */
export async function lastLook(db: Db, pair: Pair): Promise<number | null> {
  const looks = (await factsOf(db, pair)).filter((fact) => fact.kind === 'looked');
  return looks.at(-1)?.at ?? null;
}
