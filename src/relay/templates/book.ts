import type { Problem } from '../../contract/desk/words.ts';
import type { TemplateDraft } from '../../domain/templates/draft.ts';
import type { CallDesk } from '../calls/call-desk.ts';
import type { GraphClient } from '../graph/client.ts';
import { createTemplate, listTemplates } from '../graph/templates.ts';
import type { Log } from '../log.ts';
import type { Db } from '../store/database.ts';
import { type KeptTemplate, keepList, keepTemplate, templatesOf } from '../store/templates.ts';
import { refusedInWords, templateProblem } from './problems.ts';

type Deps = { db: Db; desk: CallDesk; graph: GraphClient; log: Log; now: () => number; onChange: () => void };

/** How far Meta's clock may be behind: what a webhook told within this time before a list was asked for counts more than the list. ms */
const clocksDiffer = 60_000;

export type CreateOutcome = { ok: true; template: KeptTemplate } | { ok: false; problem: Problem };

/** The message templates of each account: kept, fetched from Meta where that is needed, and made there. */
export class TemplateBook {
  readonly #deps: Deps;
  readonly #listedAt = new Map<string, number>();
  readonly #syncs = new Map<string, Promise<Problem | null>>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  of(accountIds: readonly string[]): Promise<KeptTemplate[]> {
    return templatesOf(this.#deps.db, accountIds);
  }

  /** When this run last had Meta's list of an account; null: not yet. ms */
  listedAt(accountId: string): number | null {
    return this.#listedAt.get(accountId) ?? null;
  }

  /** Fetches Meta's list unless it was had within `maxAge` ms. @returns why it could not be had */
  async fresh(accountId: string, maxAge: number): Promise<Problem | null> {
    const last = this.listedAt(accountId);
    return last !== null && this.#deps.now() - last < maxAge ? null : this.sync(accountId);
  }

  /** Fetches Meta's list; who asks meanwhile waits for the same. @returns why it could not be had */
  sync(accountId: string): Promise<Problem | null> {
    const running = this.#syncs.get(accountId);
    if (running) return running;
    const sync = this.#sync(accountId).finally(() => this.#syncs.delete(accountId));
    this.#syncs.set(accountId, sync);
    return sync;
  }

  /** What was sent was refused because of its template: the list is not believed any more. */
  doubt(accountId: string): void {
    this.#listedAt.delete(accountId);
  }

  /** Webhooks told of templates. @param unlisted accounts with one that is not known here */
  heard(unlisted: readonly string[]): void {
    this.#deps.onChange();
    for (const accountId of unlisted) void this.sync(accountId);
  }

  /** Makes a template at Meta, once: where the answer is lost, the list says whether it is there. @param draft without a fault */
  async create(accountId: string, draft: TemplateDraft): Promise<CreateOutcome> {
    const { desk, graph, log, now, onChange } = this.#deps;
    if (await this.#find(accountId, draft)) return { ok: false, problem: templateProblem.thereAlready };
    const created = await createTemplate(graph, accountId, draft, now() - clocksDiffer);
    if (created.status === 'created') {
      await desk.transact((trx) => keepTemplate(trx, accountId, created.template));
      onChange();
    } else {
      const { details: _, ...line } = { details: null, ...created };
      log.warn({ accountId, ...line }, 'Template not made');
      if (created.status === 'refused') return { ok: false, problem: refusedInWords(created) };
      if (created.status === 'notSent') return { ok: false, problem: templateProblem.notSent };
      await this.sync(accountId);
    }
    const template = await this.#find(accountId, draft);
    return template ? { ok: true, template } : { ok: false, problem: templateProblem.notKnown };
  }

  async #find(accountId: string, { name, language }: TemplateDraft): Promise<KeptTemplate | undefined> {
    const all = await this.of([accountId]);
    return all.find((one) => one.name === name && one.language === language && one.status.value.status !== 'deleted');
  }

  async #sync(accountId: string): Promise<Problem | null> {
    const { desk, graph, log, now, onChange } = this.#deps;
    try {
      const askedAt = now();
      const listed = await listTemplates(graph, accountId, askedAt - clocksDiffer);
      if (listed.status !== 'listed') {
        const reason = listed.status === 'refused' ? listed.code : listed.reason;
        log.warn({ accountId, reason }, 'Templates not listed');
        return listed.status === 'refused' ? refusedInWords(listed) : templateProblem.notListed;
      }
      await desk.transact((trx) => keepList(trx, accountId, listed.templates, askedAt - clocksDiffer));
      this.#listedAt.set(accountId, askedAt);
      onChange();
      return null;
    } catch (error) {
      log.error({ accountId, err: error }, 'Templates could not be kept');
      return templateProblem.notListed;
    }
  }
}
