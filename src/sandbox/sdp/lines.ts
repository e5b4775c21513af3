/** Reads a session description line by line; nothing here changes one. */

export type SdpReading = {
  /** False when a line ends with a bare LF, or the text does not end with CRLF. */
  readonly crlf: boolean;
  readonly lines: readonly string[];
  readonly mediaLines: readonly string[];
};

export function readSdp(sdp: string): SdpReading {
  const lines = sdp.split(/\r?\n/).filter((line) => line !== '');
  return {
    crlf: sdp.endsWith('\r\n') && !/(^|[^\r])\n/.test(sdp),
    lines,
    mediaLines: lines.filter((line) => line.startsWith('m=')),
  };
}

/** The values of every `a=name:value` line, in order; a flag such as `a=rtcp-mux` gives an empty text. */
export function attributes(reading: SdpReading, name: string): string[] {
  return reading.lines.flatMap((line) => {
    if (line === `a=${name}`) return [''];
    return line.startsWith(`a=${name}:`) ? [line.slice(name.length + 3).trim()] : [];
  });
}

/** Payload types of the first m-line. */
export const payloadTypes = (reading: SdpReading): string[] => reading.mediaLines[0]?.split(' ').slice(3) ?? [];

/** The payload type that a codec such as `opus/48000/2` has on the m-line, if any. */
export function payloadTypeOf(reading: SdpReading, codec: string): string | undefined {
  const offered = payloadTypes(reading);
  return attributes(reading, 'rtpmap')
    .map((value) => value.split(' '))
    .find(([type, name]) => name?.toLowerCase() === codec.toLowerCase() && type !== undefined && offered.includes(type))
    ?.at(0);
}
