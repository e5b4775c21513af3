/**
 * Gives libwebrtc's session descriptions the look of Meta's, and takes it off the answer again.
 * Meta calling reference §5.2 (newer look), §5.4. Everything that ICE and DTLS need stays what libwebrtc made.
 */
import { randomUUID } from 'node:crypto';
import { attributes, payloadTypeOf, readSdp } from './lines.ts';

/** The mid of Meta's offers; the sandbox's own peer calls it "0". */
export const META_MID = 'audio';
const OWN_MID = '0';
const META_OPUS = 'maxaveragebitrate=20000;maxplaybackrate=16000;minptime=20;sprop-maxcapturerate=16000;useinbandfec=1';

const text = (lines: readonly (string | undefined)[]): string =>
  lines.flatMap((line) => (line === undefined ? [] : [`${line}\r\n`])).join('');

const first = (sdp: string, name: string): string => attributes(readSdp(sdp), name)[0] ?? '';

/** UDP candidates without the members that are libwebrtc's own. */
const candidates = (sdp: string): string[] =>
  attributes(readSdp(sdp), 'candidate')
    .filter((value) => / udp /i.test(value))
    .map(
      (value) =>
        `a=candidate:${value.replace(/ network-id \d+/, '').replace(/( network-cost \d+)?$/, ' network-cost 50')}`,
    );

const ssrcOf = (sdp: string): string => first(sdp, 'ssrc').split(' ')[0] ?? '1';

function head(sdp: string, mid: string, nowMs: number): string[] {
  const [, port] = /^m=audio (\d+)/m.exec(sdp) ?? [];
  const [, address] = /^c=IN (IP[46] \S+)/m.exec(sdp) ?? [];
  return [
    'v=0',
    `o=- ${nowMs} 2 IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    `a=group:BUNDLE ${mid}`,
    'a=ice-lite',
    `PORT ${port ?? 9}`,
    `c=IN ${address ?? 'IP4 0.0.0.0'}`,
    'a=rtcp:9 IN IP4 0.0.0.0',
    ...candidates(sdp),
    `a=ice-ufrag:${first(sdp, 'ice-ufrag')}`,
    `a=ice-pwd:${first(sdp, 'ice-pwd')}`,
    `a=fingerprint:${first(sdp, 'fingerprint')}`,
  ];
}

function look(
  sdp: string,
  mid: string,
  setup: string,
  codecs: readonly string[],
  types: string,
  nowMs: number,
): string {
  const ssrc = ssrcOf(sdp);
  return text([
    ...head(sdp, mid, nowMs).map((line) => line.replace(/^PORT (\d+)$/, `m=audio $1 UDP/TLS/RTP/SAVPF ${types}`)),
    `a=setup:${setup}`,
    `a=mid:${mid}`,
    'a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level',
    'a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
    'a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
    'a=sendrecv',
    'a=rtcp-mux',
    `a=msid:${randomUUID()} WhatsAppTrack1`,
    ...codecs,
    'a=maxptime:20',
    'a=ptime:20',
    `a=ssrc:${ssrc} cname:WhatsAppAudioStream1`,
  ]);
}

/** Meta's offer out of a gathered libwebrtc offer. `nowMs`: epoch milliseconds, Meta's session id. */
export const asMetaOffer = (offer: string, nowMs: number): string =>
  look(
    offer,
    META_MID,
    'actpass',
    [
      'a=rtpmap:111 opus/48000/2',
      'a=rtcp-fb:111 transport-cc',
      `a=fmtp:111 ${META_OPUS}`,
      'a=rtpmap:126 telephone-event/8000',
    ],
    '111 126',
    nowMs,
  );

/** Meta's answer to `offer` out of a gathered libwebrtc answer; Meta is the DTLS client. */
export function asMetaAnswer(answer: string, offer: string, nowMs: number): string {
  const read = readSdp(offer);
  const opus = payloadTypeOf(read, 'opus/48000/2') ?? '111';
  const dtmf = payloadTypeOf(read, 'telephone-event/8000');
  const extensions = new Set(attributes(read, 'extmap'));
  return look(
    answer,
    first(offer, 'mid'),
    'active',
    [
      `a=rtpmap:${opus} opus/48000/2`,
      `a=rtcp-fb:${opus} transport-cc`,
      `a=fmtp:${opus} ${META_OPUS}`,
      ...(dtmf === undefined ? [] : [`a=rtpmap:${dtmf} telephone-event/8000`]),
    ],
    dtmf === undefined ? opus : `${opus} ${dtmf}`,
    nowMs,
  )
    .split('\r\n')
    .filter((line) => !line.startsWith('a=extmap:') || extensions.has(line.slice('a=extmap:'.length)))
    .join('\r\n');
}

/** The answer of the business as the sandbox's own peer, whose offer had another mid, must see it. */
export const forOwnPeer = (answer: string): string =>
  answer
    .replace(new RegExp(`^a=mid:${META_MID}\\r$`, 'm'), `a=mid:${OWN_MID}\r`)
    .replace(new RegExp(`^a=group:BUNDLE ${META_MID}\\r$`, 'm'), `a=group:BUNDLE ${OWN_MID}\r`);
