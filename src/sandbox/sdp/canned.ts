/** Session descriptions without a phone behind them: valid to read, never connected. For load, where audio is not the point. */
import { randomBytes } from 'node:crypto';

const fingerprint = (): string =>
  randomBytes(32)
    .toString('hex')
    .toUpperCase()
    .replace(/(..)(?=.)/g, '$1:');

/** What libwebrtc would have made; port 9 of 127.0.0.1 discards. */
export const silentSdp = (setup: 'actpass' | 'active', mid: string): string =>
  [
    'v=0',
    `o=- ${Date.now()} 2 IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    `a=group:BUNDLE ${mid}`,
    'm=audio 9 UDP/TLS/RTP/SAVPF 111 126',
    'c=IN IP4 127.0.0.1',
    'a=rtcp:9 IN IP4 0.0.0.0',
    'a=candidate:1 1 udp 2122260223 127.0.0.1 9 typ host generation 0',
    `a=ice-ufrag:${randomBytes(12).toString('base64')}`,
    `a=ice-pwd:${randomBytes(24).toString('base64')}`,
    `a=fingerprint:sha-256 ${fingerprint()}`,
    `a=setup:${setup}`,
    `a=mid:${mid}`,
    'a=sendrecv',
    'a=rtcp-mux',
    'a=rtpmap:111 opus/48000/2',
    'a=fmtp:111 minptime=20;useinbandfec=1',
    'a=rtpmap:126 telephone-event/8000',
    'a=ptime:20',
    `a=ssrc:${randomBytes(4).readUInt32BE()} cname:WhatsAppAudioStream1`,
    '',
  ].join('\r\n');
