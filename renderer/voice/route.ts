import { type AudioRoute, audioProtocols } from '../../src/domain/network/audio-path.ts';

type Stat = Readonly<Record<string, unknown>>;

/** The way that a stats report says the sound takes (https://w3c.github.io/webrtc-stats/); null before there is one. */
export function routeOf(report: Iterable<Stat>): AudioRoute | null {
  const stats = [...report];
  const byId = (id: unknown) => stats.find((one) => one.id === id);
  const transport = stats.find((one) => one.type === 'transport');
  const pair = byId(transport?.selectedCandidatePairId) ?? stats.find(isNominated);
  const local = byId(pair?.localCandidateId);
  if (local === undefined) return null;
  const kind = local.candidateType === 'relay' ? 'relayed' : 'direct';
  const named = kind === 'relayed' ? local.relayProtocol : local.protocol;
  return { kind, protocol: audioProtocols.find((one) => one === named) ?? 'udp' };
}

function isNominated(one: Stat): boolean {
  return one.type === 'candidate-pair' && one.nominated === true;
}
