import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping.js';

type Commands = ProtocolMapping.Commands;
type Events = ProtocolMapping.Events;
export type Method = keyof Commands;
export type Params<M extends Method> = Commands[M]['paramsType'][0];
export type Result<M extends Method> = Commands[M]['returnType'];

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
  sessionId?: string;
}

interface Pending {
  method: string;
  resolve(result: never): void;
  reject(error: Error): void;
}

/** The browser has gone, or the target of the command with it. */
export class DevToolsError extends Error {
  override name = 'DevToolsError';
}

/**
 * One DevTools connection over Chromium's pipe (`--remote-debugging-pipe`): messages are JSON, each ended by a NUL.
 * The TCP port stays free for the test runner.
 */
export class DevTools {
  readonly #events = new EventEmitter();
  readonly #pending = new Map<number, Pending>();
  readonly #out: Writable;
  #sequence = 0;
  #closed = false;

  constructor(out: Writable, incoming: Readable) {
    this.#out = out;
    this.#events.setMaxListeners(0);
    out.on('error', () => this.#close());
    incoming.on('error', () => this.#close());
    incoming.on('close', () => this.#close());
    let rest: Buffer = Buffer.alloc(0);
    incoming.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
        const text = rest.subarray(0, end).toString();
        rest = rest.subarray(end + 1);
        this.#receive(text);
      }
    });
  }

  /** Rejects with a DevToolsError when Chromium refuses the command or goes away before it has answered. */
  send<M extends Method>(method: M, params?: Params<M>, sessionId?: string): Promise<Result<M>> {
    if (this.#closed) return Promise.reject(new DevToolsError(`${method}: Chromium has gone`));
    this.#sequence += 1;
    const id = this.#sequence;
    return new Promise<Result<M>>((resolve, reject) => {
      this.#pending.set(id, { method, resolve, reject });
      this.#out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  on<E extends keyof Events>(event: E, listener: (params: Events[E][0], sessionId?: string) => void): void {
    this.#events.on(event, listener);
  }

  #receive(text: string): void {
    const message: Message = JSON.parse(text);
    if (message.id === undefined) {
      if (message.method !== undefined) this.#announce(message.method, message);
      return;
    }
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.error) pending?.reject(new DevToolsError(`${pending.method}: ${message.error.message}`));
    else pending?.resolve(message.result as never);
  }

  /** A listener of the application's that throws must not cost us the messages behind this one. */
  #announce(method: string, { params, sessionId }: Message): void {
    try {
      this.#events.emit(method, params, sessionId);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }

  #close(): void {
    this.#closed = true;
    for (const { method, reject } of this.#pending.values()) reject(new DevToolsError(`${method}: Chromium has gone`));
    this.#pending.clear();
  }
}
