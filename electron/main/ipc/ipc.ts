import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import type { z } from 'zod';
import type { Invoke, Send } from '../../../src/contract/window/bridge.ts';
import type { Log } from '../../../src/desk/ports.ts';
import type { PageName } from '../app-scheme/address.ts';
import { type Answer, ProblemError } from './answer.ts';
import { judgeSender } from './sender.ts';

type Argument<Channel extends keyof Invoke> = Parameters<Invoke[Channel]>[0];
type Result<Channel extends keyof Invoke> = ReturnType<Invoke[Channel]>;

export type IpcDeps = {
  ipcMain: Pick<IpcMain, 'handle' | 'on'>;
  pageOf: (contents: WebContents) => PageName | null;
  log: Log;
};

/** The one door through which pages speak to main: sender, then shape, then handler, then a typed answer. */
export class Ipc {
  readonly #deps: IpcDeps;

  constructor(deps: IpcDeps) {
    this.#deps = deps;
  }

  /** Answers an awaited message from the main frame of `page`. */
  handle<Channel extends keyof Invoke>(
    channel: Channel,
    page: PageName,
    schema: z.ZodType<Argument<Channel>>,
    handler: (argument: Argument<Channel>) => Result<Channel> | Promise<Result<Channel>>,
  ): void {
    this.#deps.ipcMain.handle(channel, async (event, message: unknown): Promise<Answer<Result<Channel>>> => {
      const argument = this.#accept(channel, page, schema, event, message);
      if (!argument.success) return { ok: false, problem: notUnderstood };
      try {
        return { ok: true, value: await handler(argument.data) };
      } catch (error) {
        const problem = error instanceof ProblemError ? error.problem : internal;
        this.#deps.log.error('message failed', { channel, code: problem.code, error });
        return { ok: false, problem };
      }
    });
  }

  /** Listens to messages that await nothing. */
  on<Channel extends keyof Send>(
    channel: Channel,
    page: PageName,
    schema: z.ZodType<Send[Channel]>,
    listener: (message: Send[Channel]) => void,
  ): void {
    this.#deps.ipcMain.on(channel, (event, message: unknown) => {
      const accepted = this.#accept(channel, page, schema, event, message);
      if (accepted.success) listener(accepted.data);
    });
  }

  #accept<Message>(
    channel: string,
    page: PageName,
    schema: z.ZodType<Message>,
    event: IpcMainInvokeEvent | IpcMainEvent,
    message: unknown,
  ): { success: true; data: Message } | { success: false } {
    const verdict = judgeSender({ page: this.#deps.pageOf(event.sender), frame: event.senderFrame }, page);
    if (!verdict.trusted) {
      this.#deps.log.warn('message refused', { channel, reason: verdict.reason });
      return { success: false };
    }
    const parsed = schema.safeParse(message);
    if (!parsed.success) {
      this.#deps.log.warn('message malformed', {
        channel,
        at: parsed.error.issues.map((issue) => issue.path.join('.')),
      });
    }
    return parsed;
  }
}

const notUnderstood = { code: 'ipc.refused', sentence: 'Ringdesk did not accept that request.' };
const internal = { code: 'ipc.internal', sentence: 'Something went wrong inside Ringdesk. Try again.' };
