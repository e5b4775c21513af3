import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port of this computer that nobody listens on: the wanted one, else any. 0 wants any. */
export async function freePort(wanted: number): Promise<number> {
  const server = createServer();
  const listening = once(server, 'listening');
  server.listen(wanted, '127.0.0.1');
  try {
    await listening;
  } catch (error) {
    if (wanted === 0) throw error;
    return freePort(0);
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port of this computer could be found out.');
  return address.port;
}
