import type { ElectronApplication, Page } from '@playwright/test';
import { type Softphone, signedIn } from '../test/support/softphone.ts';
import { startWorld } from '../test/support/world.ts';

/** What a desk holds after some calls. Heaps in MB, after a collection. */
export type Sample = {
  calls: number;
  main: number;
  voice: number;
  softphone: number;
  openPeers: number;
  openMicrophones: number;
};

/** Calls one desk of the desktop app as often as asked, one call after the other, and looks at it now and then. */
export async function soak(calls: number, every: number): Promise<Sample[]> {
  const world = await startWorld();
  const email = await world.relay.addAgent('Sari');
  const softphone = await signedIn('electron', { relayUrl: world.relay.url, email });
  await countMedia(softphone.voice);
  const { id: customerId } = await world.sandbox.addCustomer({
    name: 'Ada',
    phone: '4930123456',
    speaks: { toneHz: 440 },
  });
  const samples: Sample[] = [];
  try {
    for (let count = 1; count <= calls; count++) {
      const call = await world.sandbox.placeCall({ customerId });
      await softphone.page.getByRole('button', { name: 'Answer' }).click();
      await call.waitFor('hears', { minSeconds: 0.02 });
      await call.hangUp();
      await softphone.page.getByRole('timer', { name: 'Call duration' }).waitFor({ state: 'hidden' });
      await softphone.page
        .getByRole('status')
        .filter({ hasText: /^Ready/ })
        .waitFor();
      if (count % every === 0) samples.push(await look(softphone, count));
    }
  } finally {
    await softphone.close();
    await world.end();
  }
  return samples;
}

declare global {
  interface Window {
    /** Peer connections and microphones that this page has open, without holding on to any of them. */
    soaked?: { peers: number; microphones: number };
  }
}

function countMedia(voice: Page): Promise<void> {
  return voice.evaluate(() => {
    const open = { peers: 0, microphones: 0 };
    window.soaked = open;
    const Peer = window.RTCPeerConnection;
    window.RTCPeerConnection = new Proxy(Peer, {
      construct(target, args) {
        const peer: RTCPeerConnection = Reflect.construct(target, args);
        open.peers += 1;
        const close = peer.close.bind(peer);
        peer.close = () => {
          if (peer.signalingState !== 'closed') open.peers -= 1;
          close();
        };
        return peer;
      },
    });
    const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await getUserMedia(constraints);
      for (const track of stream.getTracks()) {
        open.microphones += 1;
        const stop = track.stop.bind(track);
        track.stop = () => {
          if (track.readyState === 'live') open.microphones -= 1;
          stop();
        };
      }
      return stream;
    };
  });
}

async function look({ app, page, voice }: Softphone, calls: number): Promise<Sample> {
  if (app === null) throw new Error('only the desktop app has a main process');
  const open = await voice.evaluate(() => window.soaked ?? { peers: Number.NaN, microphones: Number.NaN });
  return {
    calls,
    main: await mainHeap(app),
    voice: await pageHeap(voice),
    softphone: await pageHeap(page),
    openPeers: open.peers,
    openMicrophones: open.microphones,
  };
}

async function pageHeap(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return usedSize / 1024 ** 2;
}

async function mainHeap(app: ElectronApplication): Promise<number> {
  const bytes = await app.evaluate(() => {
    const { setFlagsFromString } = process.getBuiltinModule('node:v8');
    setFlagsFromString('--expose-gc');
    process.getBuiltinModule('node:vm').runInNewContext('gc')();
    return process.memoryUsage().heapUsed;
  });
  return bytes / 1024 ** 2;
}
