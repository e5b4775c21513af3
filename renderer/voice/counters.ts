import type { Counters } from '../../src/domain/quality/reading.ts';

/** One entry of a stats report: names and values as https://w3c.github.io/webrtc-stats/ lists them. */
type Stat = Readonly<Record<string, unknown>>;

/** What a stats report says about the audio of a call. Loss, jitter and level may be missing until the first reports came. */
export function countersOf(report: Iterable<Stat>, at: number): Counters {
  const stats = [...report];
  const find = (type: string) => stats.find((one) => one.type === type && one.kind === 'audio');
  const inbound = find('inbound-rtp');
  const remote = find('remote-inbound-rtp');
  const source = find('media-source');
  const pair = stats.find((one) => one.type === 'candidate-pair' && one.nominated === true);
  return {
    at,
    heardPackets: number(inbound, 'packetsReceived') ?? 0,
    heardLostPackets: number(inbound, 'packetsLost') ?? 0,
    heardJitterMs: inMs(number(inbound, 'jitter')),
    bufferedMs: inMs(number(inbound, 'jitterBufferDelay')) ?? 0,
    bufferedSamples: number(inbound, 'jitterBufferEmittedCount') ?? 0,
    heardEnergy: number(inbound, 'totalAudioEnergy'),
    heardSeconds: number(inbound, 'totalSamplesDuration') ?? 0,
    sentEnergy: number(source, 'totalAudioEnergy'),
    sentSeconds: number(source, 'totalSamplesDuration') ?? 0,
    roundTripMs: inMs(number(remote, 'roundTripTime') ?? number(pair, 'currentRoundTripTime')),
    sentLoss: share(number(remote, 'fractionLost')),
    sentJitterMs: inMs(number(remote, 'jitter')),
  };
}

function number(stat: Stat | undefined, name: string): number | null {
  const value = stat?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function inMs(seconds: number | null): number | null {
  return seconds === null ? null : Math.max(0, seconds * 1000);
}

function share(value: number | null): number | null {
  return value === null ? null : Math.min(1, Math.max(0, value));
}
