import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a second launch tells the first one. */
export interface Visit {
  argv: string[];
  cwd: string;
  additionalData: unknown;
}

/**
 * One running application per `userData`. `requestSingleInstanceLock` has to answer at once, and a second instance
 * usually quits in the next line, so both the lock and the message are files: a lock that names its process, and an
 * inbox that the first instance watches. A lock whose process is gone belongs to whoever comes next.
 */
export class SingleInstance {
  readonly #lock: string;
  readonly #inbox: string;
  #held = false;

  constructor(userData: string) {
    this.#lock = path.join(userData, 'SingletonLock');
    this.#inbox = path.join(userData, 'SingletonInbox');
  }

  get isHeld(): boolean {
    return this.#held;
  }

  /** False when another process holds the lock; it has then been told about this launch. */
  request(visit: Visit, onVisit: (visit: Visit) => void): boolean {
    if (this.#held) return true;
    mkdirSync(this.#inbox, { recursive: true });
    if (this.#isHeldByAnother()) {
      const name = `${process.pid}-${process.hrtime.bigint()}`;
      const draft = path.join(this.#inbox, `${name}.draft`);
      writeFileSync(draft, JSON.stringify(visit));
      renameSync(draft, path.join(this.#inbox, `${name}.json`));
      return false;
    }
    this.#held = true;
    writeFileSync(this.#lock, String(process.pid));
    for (const name of readdirSync(this.#inbox)) rmSync(path.join(this.#inbox, name), { force: true });
    watch(this.#inbox, { persistent: false }, () => this.#readInbox(onVisit));
    process.once('exit', () => this.release());
    return true;
  }

  release(): void {
    if (!this.#held) return;
    this.#held = false;
    rmSync(this.#lock, { force: true });
  }

  #isHeldByAnother(): boolean {
    try {
      const holder = Number(readFileSync(this.#lock, 'utf8'));
      process.kill(holder, 0);
      // A killed process may have left its lock, and its number may belong to another program by now.
      return process.platform !== 'linux' || readFileSync(`/proc/${holder}/cmdline`, 'utf8').includes('start.ts');
    } catch {
      return false;
    }
  }

  #readInbox(onVisit: (visit: Visit) => void): void {
    if (!this.#held) return;
    for (const name of readdirSync(this.#inbox).filter((one) => one.endsWith('.json'))) {
      const file = path.join(this.#inbox, name);
      const visit: Visit = JSON.parse(readFileSync(file, 'utf8'));
      rmSync(file);
      onVisit(visit);
    }
  }
}
