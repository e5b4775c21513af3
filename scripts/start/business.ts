import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentSchema } from '../../src/sandbox/options.ts';
import { Part } from './part.ts';
import { freePort } from './ports.ts';

/** The agent who is there from the start. The relay listens on this computer only. */
export const sampleAgent = { name: 'Sari', email: 'sari@example.com', password: 'sample-password' };

/** A relay on this computer, connected to a stand-in for Meta. */
export type Business = {
  relayUrl: string;
  sandboxUrl: string;
  /** Where a person is a customer. */
  phoneUrl: string;
  /** Never returns. @throws a sentence when a part ends */
  untilAPartEnds(): Promise<never>;
};

export type BusinessOptions = {
  /** Data in `relay/`, logs in `logs/`. */
  folder: string;
  /** Wanted ports; others are taken when these are not free. 0 wants any. */
  ports: { relay: number; sandbox: number };
  /** What must be stopped in the end, last first. */
  onStarted: (part: Part) => void;
};

const source = fileURLToPath(new URL('../../src', import.meta.url));

/** @throws a sentence when a part does not come up */
export async function startBusiness({ folder, ports, onStarted }: BusinessOptions): Promise<Business> {
  const [relayPort, sandboxPort] = await Promise.all([freePort(ports.relay), freePort(ports.sandbox)]);
  const relayUrl = `http://127.0.0.1:${relayPort}`;
  const meta = environmentSchema.parse({
    SANDBOX_PORT: sandboxPort,
    SANDBOX_WEBHOOK_URL: `${relayUrl}/webhooks/whatsapp`,
  });
  const sandboxUrl = `http://${meta.SANDBOX_HOST}:${meta.SANDBOX_PORT}`;
  const env = {
    ...process.env,
    ...Object.fromEntries(Object.entries(meta).map(([name, value]) => [name, String(value)])),
    RINGDESK_HOST: '127.0.0.1',
    RINGDESK_PORT: String(relayPort),
    RINGDESK_DATA_DIR: join(folder, 'relay'),
    META_GRAPH_URL: `${sandboxUrl}/v25.0`,
    META_APP_SECRET: meta.SANDBOX_APP_SECRET,
    META_VERIFY_TOKEN: meta.SANDBOX_VERIFY_TOKEN,
    META_ACCESS_TOKEN: meta.SANDBOX_ACCESS_TOKEN,
    META_WABA_ID: meta.SANDBOX_WABA_ID,
    META_PHONE_NUMBER_ID: meta.SANDBOX_PHONE_NUMBER_ID,
  };
  const start = (name: string, part: 'relay' | 'sandbox', log: string, args: string[] = []): Part => {
    const started = new Part({ name, script: join(source, part, 'cli.ts'), args, env, log: join(folder, 'logs', log) });
    onStarted(started);
    return started;
  };

  const sandbox = start('The sandbox', 'sandbox', 'sandbox.log');
  const startRelay = async (): Promise<Part> => {
    const { name, email, password } = sampleAgent;
    const who = ['--name', name, '--email', email, '--password', password, '--role', 'agent', '--channels', 'all'];
    await start('Making the sample agent', 'relay', 'add-agent.log', ['add-agent', ...who]).done();
    const relay = start('The relay', 'relay', 'relay.log');
    await relay.answers(`${relayUrl}/readyz`);
    return relay;
  };
  const [relay] = await Promise.all([startRelay(), sandbox.answers(`${sandboxUrl}/sandbox`)]);
  return {
    relayUrl,
    sandboxUrl,
    phoneUrl: `${sandboxUrl}/phone`,
    untilAPartEnds: () => Promise.race([relay.untilItEnds(), sandbox.untilItEnds()]),
  };
}
