import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { silentSdp } from './canned.ts';
import { checkAnswer, checkOffer } from './check.ts';
import { asMetaOffer, forOwnPeer, META_MID } from './meta-look.ts';

const good = silentSdp('active', META_MID);
const without = (pattern: RegExp): string => good.replace(pattern, '');
const verdict = (sdp: string) => checkAnswer(sdp, META_MID);

describe('what Meta takes as an answer', () => {
  it('takes a plain one', () => {
    expect(verdict(good)).toEqual({ status: 'accepted', warnings: [] });
  });

  it.each([
    ['setup:passive', good.replace('setup:active', 'setup:passive'), 'passive'],
    ['an answer that only receives', good.replace('a=sendrecv', 'a=recvonly'), '138021'],
    ['codecs that Meta has no use for', good.replace('111 126', '111 126 0'), 'codecs'],
  ])('takes %s, with a warning', (_name, sdp, warning) => {
    expect(verdict(sdp)).toEqual({ status: 'accepted', warnings: [expect.stringContaining(warning)] });
  });

  it.each([
    ['bare line feeds', good.replaceAll('\r\n', '\n'), 100, 'CRLF'],
    ['no fingerprint', without(/a=fingerprint.*\r\n/), 100, 'No fingerprint found in SDP'],
    ['no audio', without(/m=audio.*\r\n/), 100, 'm-line'],
    ['video beside it', `${good}m=video 9 UDP/TLS/RTP/SAVPF 96\r\n`, 100, 'm-line'],
    ['plain RTP', good.replace('UDP/TLS/RTP/SAVPF', 'RTP/AVP'), 100, 'SAVPF'],
    ['no Opus', good.replace('opus/48000/2', 'G722/8000'), 100, 'opus'],
    ['two fingerprints', good.replace(/(a=fingerprint.*\r\n)/, '$1$1'), 138008, 'More than one'],
    [
      'a zero fingerprint',
      good.replace(/(a=fingerprint:sha-256 ).*/, `$1${Array(32).fill('00').join(':')}`),
      138008,
      'certificate',
    ],
    ['sha-1', good.replace('sha-256', 'sha-1'), 138008, 'sha-256'],
    ['no ICE password', without(/a=ice-pwd.*\r\n/), 138008, 'ice-pwd'],
    ['ICE lite', good.replace('a=rtcp-mux', 'a=ice-lite\r\na=rtcp-mux'), 138008, 'ice-lite'],
    ['no rtcp-mux', without(/a=rtcp-mux\r\n/), 138008, 'rtcp-mux'],
    ['two SSRCs', `${good}a=ssrc:7 cname:x\r\n`, 138008, 'SSRC'],
    ['actpass', good.replace('setup:active', 'setup:actpass'), 138008, 'active'],
    ['another mid', good.replace('a=mid:audio', 'a=mid:0'), 138008, 'mid'],
  ])('refuses %s', (_name, sdp, code, details) => {
    const found = verdict(sdp);
    expect(found).toMatchObject({ status: 'refused', code });
    expect(found.status === 'refused' && found.details).toContain(details);
  });

  it('never takes one that has lost a line it needs', () => {
    const needed = /^(v=|m=|a=(ice-ufrag|ice-pwd|fingerprint|setup|mid|rtcp-mux|rtpmap:111))/;
    const lines = good.split('\r\n').filter((line) => line !== '');
    fc.assert(
      fc.property(fc.constantFrom(...lines.filter((line) => needed.test(line))), (gone) => {
        const rest = lines.filter((line) => line !== gone);
        expect(verdict(`${rest.join('\r\n')}\r\n`).status).toBe('refused');
      }),
    );
  });

  it('answers any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(verdict(text).status).toBe('refused');
      }),
    );
  });
});

it('takes only actpass in an offer', () => {
  expect(checkOffer(silentSdp('actpass', '0')).status).toBe('accepted');
  expect(checkOffer(silentSdp('active', '0'))).toMatchObject({ code: 138008 });
});

it('gives an offer the look of Meta and takes it off the answer', () => {
  const offer = asMetaOffer(silentSdp('actpass', '0'), 1_741_113_186_367);
  expect(offer).toContain('o=- 1741113186367 2 IN IP4 127.0.0.1\r\n');
  expect(offer).toContain('a=mid:audio\r\n');
  expect(offer.match(/a=ssrc:/g)).toHaveLength(1);
  expect(forOwnPeer(good)).toContain('a=mid:0\r\n');
  expect(forOwnPeer(good)).toContain('a=group:BUNDLE 0\r\n');
});
