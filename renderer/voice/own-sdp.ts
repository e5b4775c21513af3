/**
 * Makes Chromium's description fit what Meta takes: exactly one fingerprint (sha-256), an answer with `a=setup:active`, at most one
 * SSRC, 20 ms packets, no candidates (Meta learns ours from STUN), CRLF. ICE credentials, fingerprint and `mid` stay as they are, so that
 * the description that is applied here matches the one that is sent. Source: Meta's calling docs, "SDP overview".
 */
export function tidySdp(kind: 'offer' | 'answer', sdp: string): string {
  const lines = sdp.split(/\r?\n/).filter((line) => line !== '');
  const fingerprint = lines.find((line) => /^a=fingerprint:sha-256 /i.test(line));
  const ssrc = lines.map(ssrcOf).find((id) => id !== null);
  const kept = lines
    .filter((line) => !/^a=(candidate:|end-of-candidates|ssrc-group:)/.test(line))
    .filter((line) => !line.startsWith('a=fingerprint:') || line === fingerprint)
    .filter((line) => ssrcOf(line) === null || ssrcOf(line) === ssrc)
    .map((line) => (kind === 'answer' && line.startsWith('a=setup:') ? 'a=setup:active' : line))
    .filter((line, index, all) => !line.startsWith('a=fingerprint:') || all.indexOf(line) === index);
  return `${withPacketTime(kept).join('\r\n')}\r\n`;
}

function ssrcOf(line: string): string | null {
  return /^a=ssrc:(\d+) /.exec(line)?.[1] ?? null;
}

function withPacketTime(lines: string[]): string[] {
  if (lines.some((line) => line.startsWith('a=ptime:'))) return lines;
  const last = lines.findLastIndex((line) => line.startsWith('a=rtpmap:') || line.startsWith('a=fmtp:'));
  return last === -1 ? lines : lines.toSpliced(last + 1, 0, 'a=ptime:20');
}
