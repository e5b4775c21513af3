import { type ChildProcess, fork } from 'node:child_process';
import { on } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { OptionsInput } from '../../src/sandbox/options.ts';
import { compileCache, meta } from './relay-process.ts';

const hostFile = fileURLToPath(new URL('./sandbox-host.ts', import.meta.url));

/** What the process of the sandboxes is told: `start` null stops the one of that id. */
export const requestSchema = z.object({ id: z.number(), start: z.custom<OptionsInput>().nullable() });
const answerSchema = z.object({ id: z.number(), url: z.string().nullable(), problem: z.string().nullable() });
export type Answer = z.infer<typeof answerSchema>;

let host: ChildProcess | null = null;
let lastId = 0;
/** How many answers are waited for: so long its parent does not end. */
let waiting = 0;

/** A sandbox outside the test's process: what its customers say and hear does not wait for the test. */
export class SandboxProcess {
  readonly url: string;
  readonly #id: number;

  private constructor(id: number, url: string) {
    this.#id = id;
    this.url = url;
  }

  /** @param webhookUrl where it posts what happens */
  static async start(port: number, webhookUrl: string): Promise<SandboxProcess> {
    const id = ++lastId;
    const { appSecret, verifyToken, accessToken, wabaId, phoneNumberId } = meta;
    const own = { appSecret, verifyToken, accessToken, wabaId, phoneNumberId, behaviour: { webhookUrl } };
    const { url, problem } = await ask({ id, start: { port, logLevel: 'silent', ...own } });
    if (url === null) throw new Error(`the sandbox did not start: ${problem}`);
    return new SandboxProcess(id, url);
  }

  async stop(): Promise<void> {
    await ask({ id: this.#id, start: null });
  }
}

/** Answers of a process that died do not come: then the wait ends with it. */
async function ask(request: z.infer<typeof requestSchema>): Promise<Answer> {
  const child = hostProcess();
  const died = new AbortController();
  const onExit = () => died.abort(new Error('the process of the sandboxes died'));
  child.once('exit', onExit);
  waiting += 1;
  child.channel?.ref();
  const answers = on(child, 'message', { signal: died.signal });
  child.send(request);
  try {
    for await (const [message] of answers) {
      const answer = answerSchema.parse(message);
      if (answer.id === request.id) return answer;
    }
    throw new Error('no answer');
  } finally {
    child.off('exit', onExit);
    waiting -= 1;
    if (waiting === 0) child.channel?.unref();
  }
}

/** One for all sandboxes of a worker, which ends with it. */
function hostProcess(): ChildProcess {
  if (host !== null && host.exitCode === null && host.signalCode === null) return host;
  const env = { PATH: process.env.PATH, NODE_COMPILE_CACHE: compileCache };
  host = fork(hostFile, { env, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  host.setMaxListeners(50);
  host.unref();
  host.channel?.unref();
  return host;
}
