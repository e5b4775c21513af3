import type { AudioProtocol, AudioRoute } from '../../../src/domain/network/audio-path.ts';

export const protocolWords: Record<AudioProtocol, string> = { udp: 'UDP', tcp: 'TCP', tls: 'TLS' };

/** `directly, over UDP`, `through a TURN server, over TLS`. */
export function routeWords({ kind, protocol }: AudioRoute): string {
  return `${kind === 'direct' ? 'directly' : 'through a TURN server'}, over ${protocolWords[protocol]}`;
}
