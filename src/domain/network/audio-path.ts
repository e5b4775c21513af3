export const audioProtocols = ['udp', 'tcp', 'tls'] as const;
export type AudioProtocol = (typeof audioProtocols)[number];

/** How sound leaves this computer: straight to WhatsApp, or through a TURN server that is reached by `protocol`. */
export type AudioRoute = { kind: 'direct' | 'relayed'; protocol: AudioProtocol };

/**
 * Which way a call will find. `direct`: packets get out and answers come back · `relayed`: only through a TURN server · `blocked`: no
 * server that was asked answered by any way · `unknown`: no server is set that could be asked.
 */
export type AudioPath = { verdict: 'direct' | 'blocked' | 'unknown' } | { verdict: 'relayed'; protocol: AudioProtocol };

/** What gathering candidates found (RFC 8445 §5.1.1); `failed` are the addresses of servers that gave no answer. */
export type Gathered = {
  candidates: readonly { type: string; relayProtocol: AudioProtocol | null }[];
  failed: readonly string[];
  /** Every server has answered or was given up; without it, silence means nothing yet. */
  complete: boolean;
};

/** What was asked for; `relayOnly` leaves the direct way alone. */
export type AskedServers = { urls: readonly string[]; relayOnly: boolean };

export function judgeAudioPath(
  { urls, relayOnly }: AskedServers,
  { candidates, failed, complete }: Gathered,
): AudioPath {
  if (urls.length === 0) return { verdict: 'unknown' };
  // A computer without a translator in front of it sees itself as it is: then an answer makes no new candidate, only no failure.
  const answered = complete && urls.some((url) => url.startsWith('stun:') && !failed.includes(url));
  const direct = candidates.some(({ type }) => type === 'srflx') || answered;
  if (direct && !relayOnly) return { verdict: 'direct' };
  const relayed = candidates.flatMap(({ type, relayProtocol }) =>
    type === 'relay' && relayProtocol ? [relayProtocol] : [],
  );
  const protocol = audioProtocols.find((one) => relayed.includes(one));
  return protocol === undefined ? { verdict: 'blocked' } : { verdict: 'relayed', protocol };
}
