import type { Transaction } from 'kysely';
import { heardOf, listedAgain, type Template } from '../../domain/templates/template.ts';
import type { HeardTemplate } from '../webhook/read-templates.ts';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;
export type KeptTemplate = Template & { accountId: string };

/** The templates of some accounts, by name. */
export async function templatesOf(db: Db | Trx, accountIds: readonly string[]): Promise<KeptTemplate[]> {
  if (accountIds.length === 0) return [];
  const rows = await db.selectFrom('message_template').selectAll().where('waba_id', 'in', accountIds).execute();
  return rows
    .map((row) => ({ ...revive(row.template), accountId: row.waba_id }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.language.localeCompare(b.language));
}

/** What Meta said of one template, beside what is known of it. */
export async function keepTemplate(trx: Trx, accountId: string, listed: Template): Promise<void> {
  await save(trx, accountId, listedAgain(await templateById(trx, listed.id), listed));
}

/** Meta's whole list of an account: what is not on it any more is gone, unless it came to be after the list was asked for. */
export async function keepList(trx: Trx, accountId: string, listed: readonly Template[], at: number): Promise<void> {
  for (const template of listed) await keepTemplate(trx, accountId, template);
  const ids = new Set(listed.map(({ id }) => id));
  for (const { id, status } of await templatesOf(trx, [accountId])) {
    if (!ids.has(id) && status.at <= at) await trx.deleteFrom('message_template').where('id', '=', id).execute();
  }
}

/** Applies what a webhook told, in the transaction of its delivery. @returns whether the template is known */
export async function applyTemplateNews(trx: Trx, { templateId, news, at, wabaId }: HeardTemplate): Promise<boolean> {
  const known = await templateById(trx, templateId);
  if (known === undefined) return false;
  await save(trx, wabaId, heardOf(known, news, at));
  return true;
}

async function templateById(trx: Trx, id: string): Promise<Template | undefined> {
  const row = await trx.selectFrom('message_template').select('template').where('id', '=', id).executeTakeFirst();
  return row && revive(row.template);
}

async function save(trx: Trx, accountId: string, template: Template): Promise<void> {
  const row = { id: template.id, waba_id: accountId, template: JSON.stringify(template) };
  await trx
    .insertInto('message_template')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ template: row.template }))
    .execute();
}

function revive(stored: string): Template {
  // Written by save from a Template and by nothing else.
  return JSON.parse(stored) as Template;
}
