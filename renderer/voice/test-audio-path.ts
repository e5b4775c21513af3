import type { IceSetup } from '../../src/contract/desk/ice.ts';
import { type AudioPath, audioProtocols, type Gathered, judgeAudioPath } from '../../src/domain/network/audio-path.ts';

/** A server that is there answers within one; Chromium may take half a minute to give a silent one up. */
const patience = 10_000;

/** Asks the servers that calls will use, without a call and without a microphone. */
export async function testAudioPath({ servers, relayOnly }: IceSetup): Promise<AudioPath> {
  const urls = servers.flatMap((server) => server.urls);
  const asked = { urls, relayOnly };
  if (urls.length === 0) return judgeAudioPath(asked, { candidates: [], failed: [], complete: true });
  const connection = new RTCPeerConnection({ iceServers: servers });
  try {
    return judgeAudioPath(asked, await gather(connection));
  } catch {
    return { verdict: 'blocked' };
  } finally {
    connection.close();
  }
}

async function gather(connection: RTCPeerConnection): Promise<Gathered> {
  const candidates: { type: string; relayProtocol: 'udp' | 'tcp' | 'tls' | null }[] = [];
  const failed: string[] = [];
  connection.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate?.type) candidates.push({ type: candidate.type, relayProtocol: relayProtocolOf(candidate) });
  });
  connection.addEventListener('icecandidateerror', (event) => {
    if (event instanceof RTCPeerConnectionIceErrorEvent) failed.push(event.url);
  });
  connection.createDataChannel('path');
  const done = new Promise<void>((resolve) => {
    setTimeout(resolve, patience);
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState === 'complete') resolve();
    });
  });
  await connection.setLocalDescription();
  await done;
  return { candidates, failed, complete: connection.iceGatheringState === 'complete' };
}

/** TypeScript does not know it yet: https://w3c.github.io/webrtc-pc/#dom-rtcicecandidate-relayprotocol */
function relayProtocolOf(candidate: RTCIceCandidate) {
  return audioProtocols.find((one) => one === Reflect.get(candidate, 'relayProtocol')) ?? null;
}
