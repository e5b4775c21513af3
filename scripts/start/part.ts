import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const tether = new URL('tether.ts', import.meta.url).href;

/** How long a part may take to stop before it is killed, ms. */
const stopWithin = 5_000;
/** How long a part may take until it answers, ms. */
const answerWithin = 30_000;

export type PartOptions = {
  /** As the subject of a sentence: "The relay". */
  name: string;
  script: string;
  args?: readonly string[];
  env: NodeJS.ProcessEnv;
  /** The file that what it says goes to; what was said in an earlier run is gone. */
  log: string;
};

/** A process of `npm start`. It is quiet; what it says goes to its log. */
export class Part {
  readonly #name: string;
  readonly #log: string;
  readonly #child: ChildProcess;
  readonly #gone: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;

  constructor({ name, script, args = [], env, log }: PartOptions) {
    mkdirSync(dirname(log), { recursive: true });
    this.#name = name;
    this.#log = log;
    const output = openSync(this.#log, 'w');
    this.#child = fork(script, args, {
      // Not the folder of the project, whose ringdesk.config.json is another relay's.
      cwd: dirname(log),
      env,
      execArgv: ['--import', tether],
      stdio: ['ignore', output, output, 'ipc'],
      // Ctrl+C in the terminal is for `npm start` alone, which then stops its parts in order.
      detached: true,
    });
    closeSync(output);
    this.#gone = once(this.#child, 'exit').then(([code, signal]) => ({ code, signal }));
  }

  /** Never returns. @throws a sentence when the part ends */
  async untilItEnds(): Promise<never> {
    const { code, signal } = await this.#gone;
    const last = lastSentence(this.#log);
    const how = signal === null ? `with code ${code}` : `by ${signal}`;
    const log = relative(process.cwd(), this.#log);
    throw new Error(`${this.#name} ended ${how}${last === null ? '.' : `: ${last}`} Its log is ${log}.`);
  }

  /** @throws a sentence when it ends with another code than 0 */
  async done(): Promise<void> {
    const { code } = await this.#gone;
    if (code !== 0) await this.untilItEnds();
  }

  /** When it answers a request. @throws a sentence when it ends before, or takes too long */
  async answers(url: string): Promise<void> {
    const until = Date.now() + answerWithin;
    const asking = async () => {
      while (Date.now() < until) {
        const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
        if (answer?.ok) return;
        await wait(50);
      }
      throw new Error(`${this.#name} does not answer at ${url}. Its log is ${relative(process.cwd(), this.#log)}.`);
    };
    await Promise.race([asking(), this.untilItEnds()]);
  }

  async stop(): Promise<void> {
    if (this.#child.connected) this.#child.disconnect();
    const stopped = await Promise.race([this.#gone, wait(stopWithin, null, { ref: false })]);
    if (stopped === null) this.#child.kill('SIGKILL');
    await this.#gone;
  }
}

/** The last line of a log, if it is one for people: the servers' own log lines are JSON. */
function lastSentence(log: string): string | null {
  const last = readFileSync(log, 'utf8').trimEnd().split('\n').at(-1)?.trim() ?? '';
  return last === '' || last.startsWith('{') || last.length > 300 ? null : last;
}
