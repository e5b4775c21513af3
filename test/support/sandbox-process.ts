import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { compileCache, meta } from './relay-process.ts';

const cli = fileURLToPath(new URL('../../src/sandbox/cli.ts', import.meta.url));
const listensSchema = z.object({ msg: z.literal('Sandbox listens'), url: z.string() });

/** A sandbox in a process of its own: what its customers say and hear does not wait for the test. */
export class SandboxProcess {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  /** @param webhookUrl where it posts what happens */
  static async start(port: number, webhookUrl: string): Promise<SandboxProcess> {
    const child = spawn(process.execPath, [cli], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: compileCache,
        SANDBOX_PORT: String(port),
        SANDBOX_APP_SECRET: meta.appSecret,
        SANDBOX_VERIFY_TOKEN: meta.verifyToken,
        SANDBOX_ACCESS_TOKEN: meta.accessToken,
        SANDBOX_WABA_ID: meta.wabaId,
        SANDBOX_PHONE_NUMBER_ID: meta.phoneNumberId,
        SANDBOX_WEBHOOK_URL: webhookUrl,
      },
    });
    const lines: string[] = [];
    const url = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`sandbox ended with ${code}\n${lines.slice(-20).join('\n')}`)));
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on('line', (line) => {
          lines.push(line);
          const listens = listensSchema.safeParse(jsonOf(line));
          if (listens.success) resolve(listens.data.url);
        });
      }
    });
    return new SandboxProcess(child, url);
  }

  async stop(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
