import { ipcRenderer } from 'electron';
import type { Invoke, Push, Send } from '../../src/contract/window/bridge.ts';
import type { Answer } from '../main/ipc/answer.ts';

/** Asks main. Rejects with a sentence for the person when main says no. */
export async function invoke<Channel extends keyof Invoke>(
  channel: Channel,
  argument: Parameters<Invoke[Channel]>[0],
): Promise<ReturnType<Invoke[Channel]>> {
  const answer: Answer<ReturnType<Invoke[Channel]>> = await ipcRenderer.invoke(channel, argument);
  if (!answer.ok) throw new Error(answer.problem.sentence);
  return answer.value;
}

/** Tells main. */
export function send<Channel extends keyof Send>(channel: Channel, message: Send[Channel]): void {
  ipcRenderer.send(channel, message);
}

/** Listens to main; the Electron event stays here, so that no page ever holds the raw channel. @returns stops listening */
export function listen<Channel extends keyof Push>(
  channel: Channel,
  listener: (message: Push[Channel]) => void,
): () => void {
  const onMessage = (_event: unknown, message: Push[Channel]) => listener(message);
  ipcRenderer.on(channel, onMessage);
  return () => {
    ipcRenderer.off(channel, onMessage);
  };
}
