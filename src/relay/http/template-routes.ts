import type { FastifyInstance } from 'fastify';
import { createTemplateSchema, type Templates } from '../../contract/api/templates.ts';
import { faultsOf } from '../../domain/templates/rules.ts';
import type { Log } from '../log.ts';
import { type AgentRow, serves } from '../people/agents.ts';
import type { Db } from '../store/database.ts';
import type { TemplateBook } from '../templates/book.ts';
import { templateProblem } from '../templates/problems.ts';
import { HttpProblem, parseInput } from './problem.ts';
import { signedIn } from './signed-in.ts';

type Deps = { db: Db; book: TemplateBook; log: Log; now: () => number };
type Account = Templates['accounts'][number];

/** How old Meta's list may be when somebody looks at the templates, ms. */
const freshFor = 10 * 60_000;

/** `/api/templates`: everybody sees them, supervisors and admins make them. */
export function templateRoutes(app: FastifyInstance, { db, book, log, now }: Deps): void {
  app.get('/api/templates', async (request) => {
    const agent = await signedIn(db, request, now());
    return pageFor(agent, await accountsOf(agent), freshFor);
  });

  app.post('/api/templates/sync', { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } }, async (request) => {
    const agent = await signedIn(db, request, now());
    return pageFor(agent, await accountsOf(agent), 0);
  });

  app.post('/api/templates', { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } }, async (request, reply) => {
    const agent = await signedIn(db, request, now());
    const { mayNot, noAccount } = templateProblem;
    if (!mayCreate(agent)) throw new HttpProblem(403, mayNot.code, mayNot.sentence);
    const { accountId, draft } = parseInput(createTemplateSchema, request.body);
    if (!(await accountsOf(agent)).some(({ id }) => id === accountId))
      throw new HttpProblem(404, noAccount.code, noAccount.sentence);
    const faults = faultsOf(draft);
    if (faults.length > 0) {
      const errors = faults.map(({ field, sentence }) => ({ path: field, message: sentence }));
      throw new HttpProblem(400, 'templates.faults', faults[0]?.sentence ?? '', errors);
    }
    const outcome = await book.create(accountId, draft);
    if (!outcome.ok) throw new HttpProblem(409, outcome.problem.code, outcome.problem.sentence);
    log.info({ agentId: agent.id, accountId, templateId: outcome.template.id }, 'Template made');
    return reply.status(201).send({ id: outcome.template.id });
  });

  async function pageFor(agent: AgentRow, accounts: Account[], maxAge: number): Promise<Templates> {
    const problems = await Promise.all(accounts.map(({ id }) => book.fresh(id, maxAge)));
    const templates = await book.of(accounts.map(({ id }) => id));
    const problem = problems.find((one) => one !== null)?.sentence ?? null;
    return { templates, accounts, mayCreate: mayCreate(agent), problem };
  }

  /** By the numbers that an account has, as far as they are this agent's. */
  async function accountsOf(agent: AgentRow): Promise<Account[]> {
    const channels = await db.selectFrom('channel').selectAll().orderBy('name').execute();
    const names = new Map<string, string[]>();
    for (const { id, waba_id, name } of channels) {
      if (serves(agent, id)) names.set(waba_id, [...(names.get(waba_id) ?? []), name]);
    }
    return [...names].map(([id, numbers]) => ({ id, name: numbers.join(', ') }));
  }
}

function mayCreate({ role }: AgentRow): boolean {
  return role !== 'agent';
}
