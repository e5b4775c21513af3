/** A process that starts and stops sandboxes as its parent says. They are loaded once, and each begins empty. */
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { Answer } from './sandbox-process.ts';
import { requestSchema } from './sandbox-process.ts';

const running = new Map<number, Sandbox>();

async function obey(message: unknown): Promise<Answer> {
  const { id, start } = requestSchema.parse(message);
  if (start === null) {
    await running.get(id)?.close();
    running.delete(id);
    return { id, url: null, problem: null };
  }
  try {
    const sandbox = await startSandbox(start);
    running.set(id, sandbox);
    return { id, url: sandbox.url, problem: null };
  } catch (error) {
    return { id, url: null, problem: String(error) };
  }
}

process.on('message', (message) => {
  void obey(message).then((answer) => process.connected && process.send?.(answer));
});
process.on('disconnect', () => process.exit(0));
