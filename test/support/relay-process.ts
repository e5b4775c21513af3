import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { saveAgent } from '../../src/relay/people/agents.ts';
import { openDatabase } from '../../src/relay/store/database.ts';

/** Where Node keeps what it compiled of relay and sandbox, which start many times in a run. */
export const compileCache = fileURLToPath(new URL('../../node_modules/.cache/ringdesk-compiled', import.meta.url));

/** Tests of a build run the relay as it is hosted, others the source as it is now. */
export const relayCli = fileURLToPath(
  new URL(
    process.env.RINGDESK_TEST_BUILT === '1' ? '../../dist/relay/cli.js' : '../../src/relay/cli.ts',
    import.meta.url,
  ),
);
const movableClock = new URL('movable-clock.ts', import.meta.url).href;

export const meta = {
  appSecret: 'sandbox-app-secret',
  verifyToken: 'sandbox-verify-token',
  accessToken: 'sandbox-access-token',
  wabaId: '366634483210360',
  phoneNumberId: '436666719526789',
};

export const password = 'a password of tests';

/** The relay as it is run: a process of its own, on a port and a data folder of its own, which can be killed and started again. */
export class RelayProcess {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'ringdesk-relay-'));
  readonly #settings: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;
  port = 0;
  /** What it logged so far. */
  readonly log: string[] = [];

  constructor(settings: NodeJS.ProcessEnv = {}) {
    this.#settings = settings;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /**
   * Starts it on the port it had before, or on a free one.
   *
   * @param how `behind`: after everything else that runs, for who listens to a call meanwhile; a relay does not start on the machine of a desk
   */
  async start(graphUrl: string, { behind = false } = {}): Promise<void> {
    this.port ||= await freePort();
    const child = spawn(process.execPath, ['--import', movableClock, relayCli], {
      cwd: this.dataDir,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: compileCache,
        RINGDESK_PORT: String(this.port),
        RINGDESK_DATA_DIR: this.dataDir,
        META_GRAPH_URL: graphUrl,
        META_APP_SECRET: meta.appSecret,
        META_VERIFY_TOKEN: meta.verifyToken,
        META_ACCESS_TOKEN: meta.accessToken,
        META_WABA_ID: meta.wabaId,
        META_PHONE_NUMBER_ID: meta.phoneNumberId,
        ...this.#settings,
      },
    });
    this.#child = child;
    if (behind && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    await new Promise<void>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`relay ended with ${code}\n${this.log.slice(-20).join('\n')}`)));
      for (const stream of [child.stdout, child.stderr]) {
        if (stream === null) continue;
        createInterface({ input: stream }).on('line', (line) => {
          this.log.push(line);
          if (line.includes('Relay is listening')) resolve();
        });
      }
    });
  }

  /** Runs a command of the relay on its data, as an admin would. @returns what it said */
  async command(...args: string[]): Promise<string> {
    const env = { PATH: process.env.PATH, NODE_COMPILE_CACHE: compileCache, RINGDESK_DATA_DIR: this.dataDir };
    const { stdout } = await promisify(execFile)(process.execPath, [relayCli, ...args], { cwd: this.dataDir, env });
    return stdout;
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  /** Holds it in mid-step, as a machine that is too busy would; what is sent to it meanwhile waits at its door. */
  pause(): void {
    this.#child?.kill('SIGSTOP');
  }

  resume(): void {
    this.#child?.kill('SIGCONT');
  }

  /** Moves its time forward; a relay that is started again has the computer's. */
  async forward(ms: number): Promise<void> {
    const child = this.#child;
    if (child === null) throw new Error('no relay runs');
    const moved = once(child, 'message');
    child.send(ms);
    await moved;
  }

  async addAgent(name: string, role: 'agent' | 'supervisor' | 'admin' = 'agent'): Promise<string> {
    const email = `${name.toLowerCase()}@example.com`;
    const db = await openDatabase(this.dataDir);
    await saveAgent(db, { email, name, password, role, channels: 'all' }, Date.now());
    await db.destroy();
    return email;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** A port that nobody listens at; the system gives those below 32768 to nobody, so it stays free until it is listened at. */
export async function freePort(): Promise<number> {
  const port = randomInt(10_000, 32_768);
  const server = createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  if (!free) return freePort();
  server.close();
  await once(server, 'close');
  return port;
}
