import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { createNetwork } from '../../electron/main/network/network.ts';
import { ProxySignIns } from '../../electron/main/network/proxy-sign-ins.ts';
import { listeningLog } from '../../electron/main/testing/samples.ts';
import { faithful } from '../electron-stand-in/faithful.ts';
import { ClientRequest } from '../electron-stand-in/modules/client-request.ts';
import { proxySettings } from '../electron-stand-in/modules/proxy-settings.ts';

/** The product's network as Electron's main process composes it, with the stand-in's `net` and a system that says what a test wants. */
export function createSmallNetwork(system: { proxy?: string; certificates?: string[] } = {}) {
  const log = listeningLog();
  const cipher = {
    encrypt: async (secret: string) => Buffer.from(secret),
    decrypt: async (sealed: Buffer) => `${sealed}`,
  };
  const file = join(mkdtempSync(join(tmpdir(), 'ringdesk-proxies-')), 'proxies.bin');
  const signIns = new ProxySignIns(file, { findCipher: async () => ({ available: true, cipher }), log });
  let ways = system.proxy === undefined ? 'DIRECT' : `PROXY ${system.proxy}`;
  proxySettings.resolve = () => ways;
  const network = createNetwork({
    session: { resolveProxy: async () => ways },
    net: { request: (options) => faithful(new ClientRequest(options)) },
    signIns,
    log,
    tls: {
      getCACertificates: (kind) => (kind === 'system' ? (system.certificates ?? []) : tls.getCACertificates(kind)),
      setDefaultCACertificates: tls.setDefaultCACertificates,
    },
  });
  return {
    network,
    signIns,
    log,
    /** What the system's proxy settings or script say from now on. */
    say: (next: string) => {
      ways = next;
    },
  };
}
