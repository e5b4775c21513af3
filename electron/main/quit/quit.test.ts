import { beforeEach, expect, test, vi } from 'vitest';
import type { DeskCommand, DeskView } from '../../../src/contract/window/view.ts';
import { call, listeningLog, readyView, ring } from '../testing/samples.ts';
import { Quit } from './quit.ts';

/** An app, a desk and a person, and what they did in which order. */
class Story {
  readonly done: string[] = [];
  view: DeskView = readyView;
  answer = 0;
  relayAnswers = true;
  readonly quit: Quit;
  readonly #listeners = new Set<(view: DeskView) => void>();
  #beforeQuit: (event: { preventDefault: () => void }) => void = () => {};

  constructor() {
    const app = {
      on: (_event: string, listener: (event: { preventDefault: () => void }) => void) => {
        this.#beforeQuit = listener;
        return app;
      },
      quit: () => this.askToQuit(),
    };
    this.quit = new Quit({
      app: app as unknown as ConstructorParameters<typeof Quit>[0]['app'],
      dialog: {
        showMessageBox: async () => {
          this.done.push('asked');
          return { response: this.answer, checkboxChecked: false };
        },
      },
      desk: {
        getView: () => this.view,
        subscribe: (listener) => {
          this.#listeners.add(listener);
          return () => this.#listeners.delete(listener);
        },
        command: async (command: DeskCommand) => {
          this.done.push(command.kind);
          if (!this.relayAnswers) return;
          this.view = readyView;
          for (const listener of [...this.#listeners]) listener(this.view);
        },
        stop: async () => void this.done.push('stop'),
      },
      afterwards: () => this.done.push('closed'),
      log: listeningLog(),
    });
  }

  askToQuit(): void {
    let prevented = false;
    this.#beforeQuit({
      preventDefault: () => {
        prevented = true;
      },
    });
    if (!prevented) this.done.push('quit');
  }
}

let story: Story;
beforeEach(() => {
  story = new Story();
});

test('without a call it just leaves, in order', async () => {
  story.askToQuit();
  expect(story.quit.isQuitting()).toBe(false);
  await vi.waitFor(() => expect(story.done).toEqual(['stop', 'closed', 'quit']));
  expect(story.quit.isQuitting()).toBe(true);
});

test('a live call is asked about, and staying changes nothing', async () => {
  story.view = { ...readyView, call };
  story.askToQuit();
  await vi.waitFor(() => expect(story.done).toEqual(['asked']));
  expect(story.quit.isQuitting()).toBe(false);
});

test('a call is ended before the connection is left', async () => {
  story.view = { ...readyView, call };
  story.answer = 1;
  story.askToQuit();
  story.askToQuit();
  await vi.waitFor(() => expect(story.done).toEqual(['asked', 'end', 'stop', 'closed', 'quit']));
});

test('a ring that is being answered is a call already', async () => {
  story.view = { ...readyView, ring: { ...ring, answering: true } };
  story.answer = 1;
  story.askToQuit();
  await vi.waitFor(() => expect(story.done).toEqual(['asked', 'decline', 'stop', 'closed', 'quit']));
});

test('a ring that nobody has answered keeps nobody', async () => {
  story.view = { ...readyView, ring };
  story.askToQuit();
  await vi.waitFor(() => expect(story.done).toEqual(['stop', 'closed', 'quit']));
});

test('a relay that does not answer keeps nobody', async () => {
  vi.useFakeTimers();
  story.view = { ...readyView, call };
  story.answer = 1;
  story.relayAnswers = false;
  story.askToQuit();
  await vi.advanceTimersByTimeAsync(3000);
  vi.useRealTimers();
  await vi.waitFor(() => expect(story.done.at(-1)).toBe('quit'));
});
