import { SandboxClient } from '../../src/sandbox/client.ts';
import { freePort, RelayProcess } from './relay-process.ts';
import { SandboxProcess } from './sandbox-process.ts';

/** A Meta with customers, and a relay that is connected to it. */
export type World = { sandbox: SandboxClient; relay: RelayProcess; graphUrl: string; end(): Promise<void> };

export type WorldOptions = {
  /** Settings of the relay beside those that connect it to Meta. */
  relay?: NodeJS.ProcessEnv;
  behaviour?: Partial<Parameters<SandboxClient['behave']>[0]>;
};

export async function startWorld({ relay: settings = {}, behaviour = {} }: WorldOptions = {}): Promise<World> {
  const relay = new RelayProcess(settings);
  relay.port = await freePort();
  const webhookUrl = `${relay.url}/webhooks/whatsapp`;
  // A webhook that meets a dead relay is repeated soon, and for longer than a loaded machine takes to start one.
  const webhookRetryDelaysMs = [...Array<number>(10).fill(100), ...Array<number>(10).fill(2_000)];
  const process = await SandboxProcess.start(webhookUrl);
  const sandbox = new SandboxClient(process.url);
  await sandbox.behave({ webhookRetryDelaysMs, ...behaviour });
  await relay.start(process.graphUrl);
  return {
    sandbox,
    relay,
    graphUrl: process.graphUrl,
    async end() {
      await relay.remove();
      await process.stop();
    },
  };
}
