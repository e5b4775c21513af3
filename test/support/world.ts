import { SandboxClient } from '../../src/sandbox/client.ts';
import { freePort, RelayProcess } from './relay-process.ts';
import { SandboxProcess } from './sandbox-process.ts';

/** A Meta with customers, and a relay that is connected to it. */
export type World = {
  sandbox: SandboxClient;
  relay: RelayProcess;
  graphUrl: string;
  /** Moves the time of Meta and of the relay forward, ms; that of the desks stays. */
  forward(ms: number): Promise<void>;
  end(): Promise<void>;
};

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
  const webhookRetryDelaysMs = Array<number>(300).fill(100);
  const sandboxPort = await freePort();
  const graphUrl = `http://127.0.0.1:${sandboxPort}/v25.0`;
  const [meta] = await Promise.all([SandboxProcess.start(sandboxPort, webhookUrl), relay.start(graphUrl)]);
  const sandbox = new SandboxClient(meta.url);
  await sandbox.behave({ webhookRetryDelaysMs, ...behaviour });
  return {
    sandbox,
    relay,
    graphUrl,
    async forward(ms) {
      await sandbox.forward(ms / 1000);
      await relay.forward(ms);
    },
    async end() {
      await relay.remove();
      await meta.stop();
    },
  };
}
