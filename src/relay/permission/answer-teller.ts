import type { PermissionAnswer, PermissionAnswered } from '../../contract/desk/permission.ts';
import { toChannel, toCustomer } from '../calls/facts.ts';
import { sentenceFor } from '../calls/sentence.ts';
import type { Log } from '../log.ts';
import type { DeskSocket } from '../seats/desk-server.ts';
import type { Seating } from '../seats/seating.ts';
import type { Db } from '../store/database.ts';
import { answersTold, type RequestAnswer, untoldAnswers } from '../store/request-answers.ts';
import type { KeptAnswer } from './from-messages.ts';

type Deps = { db: Db; seating: Seating; log: Log; now: () => number };

/** How long a desk may take to say that it has heard, ms. */
const heardWithin = 5_000;

/** Tells agents what became of their requests for permission: at once, or when their desk is back. Each is told until a desk has heard it. */
export class AnswerTeller {
  readonly #deps: Deps;
  readonly #due = new Set<string>();
  readonly #telling = new Set<string>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** There may be something that this agent has not heard, or their desk has come back. */
  tell(agentId: string): void {
    this.#due.add(agentId);
    if (this.#telling.has(agentId)) return;
    this.#tellAll(agentId).catch((error) =>
      this.#deps.log.error({ agentId, err: error }, 'Agent not told of the answer to a request'),
    );
  }

  /** What becomes due while it tells, it tells too. */
  async #tellAll(agentId: string): Promise<void> {
    this.#telling.add(agentId);
    try {
      while (this.#due.delete(agentId)) await this.#tellUntold(agentId);
    } finally {
      this.#telling.delete(agentId);
    }
  }

  /** A desk that is away, or does not say that it has heard, is told with its next sync. */
  async #tellUntold(agentId: string): Promise<void> {
    const { db, seating, now } = this.#deps;
    for (const answers of newestOfEach(await untoldAnswers(db, agentId))) {
      const [newest] = answers;
      const desk = seating.holderOf(agentId);
      if (desk === null || newest === undefined) return;
      const told = await this.#wordsOf(newest);
      if (told !== null && !(await heard(desk, told))) return;
      const keys = answers.map(({ key }) => key);
      await answersTold(db, keys, now());
    }
  }

  /** @returns null for what does not hold any more */
  async #wordsOf({ channel_id, customer_id, answer: kept }: RequestAnswer): Promise<PermissionAnswered | null> {
    const { db, now } = this.#deps;
    // Written by what heard it and by nothing else.
    const answer = answerOf(JSON.parse(kept) as KeptAnswer);
    if (answer.kind === 'granted' && answer.until !== null && answer.until <= now()) return null;
    const channel = await db.selectFrom('channel').selectAll().where('id', '=', channel_id).executeTakeFirst();
    const customer = await db.selectFrom('customer').selectAll().where('id', '=', customer_id).executeTakeFirst();
    if (!channel || !customer) return null;
    return { customer: toCustomer(customer), channel: toChannel(channel), answer, now: now() };
  }
}

/** By customer and number, oldest first; of each the newest first, which is what holds. */
function newestOfEach(answers: readonly RequestAnswer[]): RequestAnswer[][] {
  const groups = Map.groupBy(answers, ({ channel_id, customer_id }) => `${channel_id} ${customer_id}`);
  return [...groups.values()].map((group) => group.toReversed());
}

async function heard(desk: DeskSocket, told: PermissionAnswered): Promise<boolean> {
  try {
    await desk.timeout(heardWithin).emitWithAck('permission.answered', told);
    return true;
  } catch {
    return false;
  }
}

function answerOf(answer: KeptAnswer): PermissionAnswer {
  switch (answer.kind) {
    case 'declined':
      return answer;
    case 'permanent':
      return { kind: 'granted', until: null };
    case 'temporary':
      return { kind: 'granted', until: answer.until };
    case 'undelivered':
      return { kind: 'undelivered', sentence: sentenceFor(answer.code) ?? 'The request did not reach the customer.' };
  }
}
