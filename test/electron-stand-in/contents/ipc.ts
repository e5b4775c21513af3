import { EventEmitter } from 'node:events';
import { faithful, preventable } from '../faithful.ts';
import { createCodec } from '../page/codec.ts';
import type { FromPage, ToPage } from '../page/ipc-renderer.ts';
import { refuseUnknown } from '../strict.ts';

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;
type Implemented = 'handle' | 'handleOnce' | 'removeHandler';

export const codec = createCodec();

/** `ipcMain`, and the `ipc` that every page has of its own. */
export class Ipc extends EventEmitter implements Pick<Electron.IpcMain, Implemented> {
  readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    if (typeof handler !== 'function')
      throw new TypeError(`Expected handler to be a function, found '${typeof handler}'`);
    this.handlers.set(channel, handler);
  }
  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }
  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }
}
refuseUnknown(Ipc, 'ipcMain');

export const ipcMain = new Ipc();

/** Who speaks: a page, its own ipc and frame, and the way back. */
export interface Speaker {
  contents: object;
  ipc: Ipc;
  frame: object;
  id: number;
  deliver(message: ToPage): void;
}

const eventFrom = ({ contents, frame, id }: Speaker) =>
  preventable({
    type: 'frame' as const,
    sender: faithful<Electron.WebContents>(contents),
    senderFrame: faithful<Electron.WebFrameMain>(frame),
    frameId: id,
    processId: id,
  });

/** `ipcRenderer.send`: the page's own listeners hear it first. */
export function hear(speaker: Speaker, channel: string, body: string): void {
  const args = codec.decode(body) as unknown[];
  const event = {
    ...eventFrom(speaker),
    ports: [],
    returnValue: undefined,
    reply: (answerChannel: string, ...answers: unknown[]) =>
      speaker.deliver({ kind: 'send', channel: answerChannel, body: codec.encode(answers) }),
  };
  speaker.ipc.emit(channel, event, ...args);
  ipcMain.emit(channel, event, ...args);
}

/** `ipcRenderer.invoke`: errors travel as Electron sends them, as one line of text. */
export async function answer(speaker: Speaker, message: FromPage & { kind: 'invoke' }): Promise<void> {
  const { channel, id } = message;
  try {
    const handler = speaker.ipc.handlers.get(channel) ?? ipcMain.handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const args = codec.decode(message.body) as unknown[];
    const result = await handler(eventFrom(speaker), ...args);
    speaker.deliver({ kind: 'answer', id, body: codec.encode(result) });
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error);
    speaker.deliver({ kind: 'failure', id, message: `Error invoking remote method '${channel}': ${error}` });
  }
}
