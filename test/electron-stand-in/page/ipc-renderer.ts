import type { Codec } from './codec.ts';

/** What a page says to the main process. `body` is a list of arguments, written by the codec. */
export type FromPage =
  | { kind: 'send'; channel: string; body: string }
  | { kind: 'invoke'; id: number; channel: string; body: string }
  | { kind: 'permission'; id: number; permission: string; mediaTypes: string[] }
  | { kind: 'open'; url: string; frameName: string; features: string }
  | { kind: 'title'; title: string }
  | { kind: 'close' }
  | { kind: 'preload-error'; path: string; message: string };

/** What the main process says to a page. */
export type ToPage =
  | { kind: 'send'; channel: string; body: string }
  | { kind: 'answer'; id: number; body: string }
  | { kind: 'failure'; id: number; message: string };

export interface IpcRenderer {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>;
}

export interface PageEnd {
  ipcRenderer: IpcRenderer;
  tell(message: FromPage): void;
  /** Asks the main process something that has an answer. */
  ask(question: (id: number) => FromPage): Promise<unknown>;
  deliver(message: ToPage): void;
}

type Listener = (...args: unknown[]) => void;

/** `ipcRenderer`. Sent into pages as source text: it must not reach for anything outside itself. */
export function createIpcRenderer(codec: Codec, post: (message: FromPage) => void): PageEnd {
  const answers = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const listeners = new Map<string, { listener: Listener; original: Listener }[]>();
  let sequence = 0;

  const ask = (question: (id: number) => FromPage) =>
    new Promise<unknown>((resolve, reject) => {
      sequence += 1;
      const id = sequence;
      post(question(id));
      answers.set(id, { resolve, reject });
    });
  const add = (channel: string, original: Listener, listener: Listener) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, original }]);
    return ipcRenderer;
  };
  const remove = (channel: string, listener: Listener) => {
    const list = listeners.get(channel) ?? [];
    const index = list.findLastIndex((entry) => entry.original === listener);
    listeners.set(channel, index === -1 ? list : list.toSpliced(index, 1));
    return ipcRenderer;
  };

  const ipcRenderer = {
    invoke: async (channel: string, ...args: unknown[]) => {
      const body = codec.encode(args);
      return ask((id) => ({ kind: 'invoke', id, channel, body }));
    },
    send(channel: string, ...args: unknown[]) {
      post({ kind: 'send', channel, body: codec.encode(args) });
    },
    sendSync() {
      throw new Error('electron stand-in: ipcRenderer.sendSync is not implemented');
    },
    postMessage() {
      throw new Error('electron stand-in: ipcRenderer.postMessage is not implemented');
    },
    sendToHost() {
      throw new Error('electron stand-in: ipcRenderer.sendToHost is not implemented');
    },
    on: (channel: string, listener: Listener) => add(channel, listener, listener),
    addListener: (channel: string, listener: Listener) => add(channel, listener, listener),
    once(channel: string, listener: Listener) {
      return add(channel, listener, (...args) => {
        remove(channel, listener);
        listener(...args);
      });
    },
    off: remove,
    removeListener: remove,
    removeAllListeners(channel?: string) {
      if (channel === undefined) listeners.clear();
      else listeners.delete(channel);
      return ipcRenderer;
    },
    listenerCount: (channel: string) => listeners.get(channel)?.length ?? 0,
  };

  function deliver(message: ToPage): void {
    if (message.kind === 'send') {
      const args = codec.decode(message.body) as unknown[];
      const event = { sender: ipcRenderer, ports: [] };
      for (const { listener } of listeners.get(message.channel) ?? []) listener.call(ipcRenderer, event, ...args);
      return;
    }
    const answer = answers.get(message.id);
    answers.delete(message.id);
    if (message.kind === 'answer') answer?.resolve(codec.decode(message.body));
    else answer?.reject(new Error(message.message));
  }

  return { ipcRenderer, tell: post, ask, deliver };
}
