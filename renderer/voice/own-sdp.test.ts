import { describe, expect, it } from 'vitest';
import { tidySdp } from './own-sdp.ts';

const plain = [
  'v=0',
  'o=- 33189505 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE audio',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 126',
  'c=IN IP4 0.0.0.0',
  'a=ice-ufrag:np64',
  'a=ice-pwd:3htXNWe/Y/UM7Z9mMfYwS/f7',
  'a=fingerprint:sha-256 93:31',
  'a=setup:active',
  'a=mid:audio',
  'a=sendrecv',
  'a=rtcp-mux',
  'a=rtpmap:111 opus/48000/2',
  'a=fmtp:111 minptime=10;useinbandfec=1',
  'a=rtpmap:126 telephone-event/8000',
  'a=ssrc:1848569032 cname:7ou',
];
const lines = (sdp: string) => sdp.split('\r\n');

describe('the answer that Meta gets', () => {
  it('keeps what Chromium wrote and asks for 20 ms packets', () => {
    const tidy = lines(tidySdp('answer', `${plain.join('\r\n')}\r\n`));
    expect(tidy.filter((line) => !plain.includes(line))).toEqual(['a=ptime:20', '']);
    expect(tidy).toEqual(expect.arrayContaining(plain));
  });

  it('ends every line with CRLF', () => {
    const tidy = tidySdp('answer', plain.join('\n'));
    expect(tidy.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(tidy.endsWith('\r\n')).toBe(true);
  });

  it('has one fingerprint, one role, one SSRC and no candidates', () => {
    const messy = [
      ...plain.map((line) => (line === 'a=setup:active' ? 'a=setup:actpass' : line)),
      'a=fingerprint:sha-256 93:31',
      'a=fingerprint:sha-512 AA:BB',
      'a=ssrc-group:FID 1848569032 2',
      'a=ssrc:2 cname:other',
      'a=ssrc:1848569032 msid:- x',
      'a=candidate:1 1 udp 2113937151 192.168.1.7 40012 typ host',
      'a=end-of-candidates',
    ];
    const tidy = lines(tidySdp('answer', messy.join('\r\n')));
    expect(tidy.filter((line) => line.startsWith('a=fingerprint'))).toEqual(['a=fingerprint:sha-256 93:31']);
    expect(tidy.filter((line) => line.startsWith('a=setup'))).toEqual(['a=setup:active']);
    expect(tidy.filter((line) => line.startsWith('a=ssrc'))).toEqual([
      'a=ssrc:1848569032 cname:7ou',
      'a=ssrc:1848569032 msid:- x',
    ]);
    expect(tidy.some((line) => line.includes('candidate'))).toBe(false);
  });

  it('is the same when it is tidied twice', () => {
    const once = tidySdp('answer', plain.join('\r\n'));
    expect(tidySdp('answer', once)).toBe(once);
  });
});
