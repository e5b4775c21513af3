import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { deskCommandSchema } from '../../../src/contract/window/view.ts';
import { voiceEventSchema } from '../../../src/contract/window/voice.ts';
import { type PageName, pageAddress } from '../app-scheme/address.ts';
import { listeningLog, readyView } from '../testing/samples.ts';
import { ProblemError } from './answer.ts';
import { Ipc } from './ipc.ts';

type From = { page: PageName | null; url: string; parent: unknown; gone?: boolean };

/** Electron's side: pages that speak on channels. */
class Wire {
  readonly #handlers = new Map<string, (event: IpcMainInvokeEvent, message: unknown) => unknown>();
  readonly #listeners = new Map<string, (event: IpcMainEvent, message: unknown) => void>();
  readonly #pages = new Map<object, PageName | null>();

  readonly ipcMain = {
    handle: (channel, listener) => void this.#handlers.set(channel, listener),
    on: (channel: string, listener: (event: IpcMainEvent, message: unknown) => void) => {
      this.#listeners.set(channel, listener);
      return this.ipcMain;
    },
  } as Pick<IpcMain, 'handle' | 'on'>;

  readonly pageOf = (contents: WebContents) => this.#pages.get(contents) ?? null;

  async invoke(channel: string, message: unknown, from: From): Promise<unknown> {
    return this.#handlers.get(channel)?.(this.#event(from) as IpcMainInvokeEvent, message);
  }

  send(channel: string, message: unknown, from: From): void {
    this.#listeners.get(channel)?.(this.#event(from) as IpcMainEvent, message);
  }

  #event({ page, url, parent, gone }: From): unknown {
    const sender = {};
    this.#pages.set(sender, page);
    return { sender, senderFrame: gone ? null : { url, parent } };
  }
}

const softphone: From = { page: 'softphone', url: pageAddress('softphone'), parent: null };
const voice: From = { page: 'voice', url: pageAddress('voice'), parent: null };
const refused = { ok: false, problem: { code: 'ipc.refused', sentence: 'Ringdesk did not accept that request.' } };

let wire: Wire;
let log: ReturnType<typeof listeningLog>;
let ipc: Ipc;
let heard: unknown[];

beforeEach(() => {
  wire = new Wire();
  log = listeningLog();
  heard = [];
  ipc = new Ipc({ ipcMain: wire.ipcMain, pageOf: wire.pageOf, log });
  ipc.handle('view:get', 'softphone', z.null(), () => readyView);
  ipc.handle('desk:command', 'softphone', deskCommandSchema, (command) => {
    heard.push(command);
    return null;
  });
  ipc.on('voice:event', 'voice', voiceEventSchema, (event) => void heard.push(event));
});

test('the softphone asks and is answered', async () => {
  expect(await wire.invoke('view:get', null, softphone)).toEqual({ ok: true, value: readyView });
});

test.each<[string, From]>([
  ['another window', { ...softphone, page: 'voice' }],
  ['an unknown window', { ...softphone, page: null }],
  ['a frame within', { ...softphone, parent: {} }],
  ['a page from elsewhere', { ...softphone, url: 'https://evil.example/softphone.html' }],
  ['the page of another window', { ...softphone, url: voice.url }],
  ['a frame that is gone', { ...softphone, gone: true }],
])('%s is refused', async (_who, from) => {
  expect(await wire.invoke('desk:command', { kind: 'signOut' }, from)).toEqual(refused);
  expect(heard).toEqual([]);
  expect(log.lines).toMatchObject([{ line: 'message refused', facts: { channel: 'desk:command' } }]);
});

test('a message of the wrong shape is refused, and its content stays out of the log', async () => {
  expect(await wire.invoke('desk:command', { kind: 'signIn', password: 4711 }, softphone)).toEqual(refused);
  expect(heard).toEqual([]);
  expect(JSON.stringify(log.lines)).not.toContain('4711');
});

test('the voice page tells, and only well-formed news', () => {
  wire.send('voice:event', { kind: 'started' }, voice);
  wire.send('voice:event', { kind: 'invented' }, voice);
  wire.send('voice:event', { kind: 'started' }, softphone);
  expect(heard).toEqual([{ kind: 'started' }]);
});

test('a handler that has something to say says it; anything else is an apology', async () => {
  const problem = { code: 'history.unreadable', sentence: 'The history cannot be read right now.' };
  ipc.handle('history:list', 'softphone', z.object({}), () => {
    throw new ProblemError(problem);
  });
  expect(await wire.invoke('history:list', {}, softphone)).toEqual({ ok: false, problem });
  ipc.handle('history:list', 'softphone', z.object({}), () => {
    throw new Error('SQLITE_IOERR at row 7');
  });
  expect(await wire.invoke('history:list', {}, softphone)).toMatchObject({
    ok: false,
    problem: { code: 'ipc.internal' },
  });
});
