/** What Meta takes as a session description from the business. Meta calling reference §5, §13.4. */
import { attributes, payloadTypeOf, payloadTypes, readSdp, type SdpReading } from './lines.ts';

export type SdpVerdict =
  /** `warnings`: Meta takes it, or may, and the call suffers for it later. */
  | { readonly status: 'accepted'; readonly warnings: readonly string[] }
  /** 100 where Meta documents a text ("No fingerprint found in SDP"), 138008 where integrators saw that code. */
  | { readonly status: 'refused'; readonly code: 100 | 138008; readonly details: string };

type Rule = (sdp: SdpReading) => string | undefined;

const MEDIA_LINE = /^m=audio \d+ UDP\/TLS\/RTP\/SAVPF( \d+)+$/;
const SHA_256 = /^sha-256 ([0-9A-F]{2}(:[0-9A-F]{2}){31})$/i;
const ZEROS = /^(00:)+00$/;

const one = (sdp: SdpReading, name: string): string | undefined => {
  const found = attributes(sdp, name);
  return found.length === 1 ? found[0] : undefined;
};

const shape: readonly Rule[] = [
  (sdp) => (sdp.lines[0] === 'v=0' ? undefined : 'SDP does not start with v=0'),
  (sdp) => (sdp.crlf ? undefined : 'SDP lines must end with CRLF'),
  (sdp) => (sdp.mediaLines.length === 1 ? undefined : 'SDP must have exactly one m-line'),
  (sdp) => (MEDIA_LINE.test(sdp.mediaLines[0] ?? '') ? undefined : 'm-line must be audio over UDP/TLS/RTP/SAVPF'),
  (sdp) => (sdp.mediaLines[0]?.startsWith('m=audio 0 ') ? 'The audio m-line is rejected' : undefined),
  (sdp) => (payloadTypeOf(sdp, 'opus/48000/2') === undefined ? 'No opus/48000/2 found in SDP' : undefined),
];

const transport: readonly Rule[] = [
  (sdp) => ((one(sdp, 'ice-ufrag') ?? '').length < 4 ? 'No ice-ufrag found in SDP' : undefined),
  (sdp) => ((one(sdp, 'ice-pwd') ?? '').length < 22 ? 'No ice-pwd found in SDP' : undefined),
  (sdp) => (attributes(sdp, 'ice-lite').length > 0 ? 'The business must be full ICE, not ice-lite' : undefined),
  (sdp) => (attributes(sdp, 'rtcp-mux').length > 0 ? undefined : 'No rtcp-mux found in SDP'),
  (sdp) => {
    const sources = new Set(attributes(sdp, 'ssrc').map((value) => value.split(' ')[0]));
    return sources.size > 1 ? 'More than one SSRC found in SDP' : undefined;
  },
];

const fingerprint: Rule = (sdp) => {
  const found = attributes(sdp, 'fingerprint');
  if (found.length > 1) return 'More than one fingerprint found in SDP';
  const value = SHA_256.exec(found[0] ?? '')?.[1];
  if (value === undefined) return 'The fingerprint must be sha-256 of 32 bytes';
  return ZEROS.test(value) ? 'The fingerprint is not that of a certificate' : undefined;
};

const warnings: readonly Rule[] = [
  (sdp) =>
    attributes(sdp, 'setup').includes('passive') ? 'setup:passive: whether Meta takes it is unknown' : undefined,
  (sdp) =>
    attributes(sdp, 'sendrecv').length > 0 ? undefined : 'not sendrecv: Meta takes it and drops the call (138021)',
  (sdp) => (payloadTypes(sdp).length > 2 ? 'more codecs than Opus and telephone-event' : undefined),
];

const firstComplaint = (sdp: SdpReading, rules: readonly Rule[]): string | undefined => {
  for (const rule of rules) {
    const complaint = rule(sdp);
    if (complaint !== undefined) return complaint;
  }
  return undefined;
};

function check(text: string, extra: readonly Rule[]): SdpVerdict {
  const sdp = readSdp(text);
  const broken = firstComplaint(sdp, shape);
  if (broken !== undefined) return { status: 'refused', code: 100, details: broken };
  if (attributes(sdp, 'fingerprint').length === 0) {
    return { status: 'refused', code: 100, details: 'No fingerprint found in SDP' };
  }
  const unfit = firstComplaint(sdp, [...transport, fingerprint, ...extra]);
  if (unfit !== undefined) return { status: 'refused', code: 138008, details: unfit };
  return { status: 'accepted', warnings: warnings.flatMap((rule) => rule(sdp) ?? []) };
}

/** The answer of the business to a user-initiated call; `mid` is that of the offer. */
export const checkAnswer = (sdp: string, mid: string): SdpVerdict =>
  check(sdp, [
    (read) =>
      ['active', 'passive'].includes(one(read, 'setup') ?? '') ? undefined : 'setup of an answer must be active',
    (read) => (one(read, 'mid') === mid ? undefined : 'mid differs from the offer'),
  ]);

/** The offer of the business for a business-initiated call. */
export const checkOffer = (sdp: string): SdpVerdict =>
  check(sdp, [
    (read) => (one(read, 'setup') === 'actpass' ? undefined : 'setup of an offer must be actpass'),
    (read) => (one(read, 'mid') ? undefined : 'No mid found in SDP'),
  ]);

/** The mid of the only m-line. */
export const midOf = (sdp: string): string => one(readSdp(sdp), 'mid') ?? '0';
