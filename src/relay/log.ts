import { type Logger, pino } from 'pino';

export type Log = Logger;

/** JSON lines with ids. Numbers, tokens and SDP are kept out by whoever writes a line; these paths are the net beneath. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    redact: {
      paths: [
        '*.sdp',
        '*.offer',
        '*.token',
        '*.password',
        '*.phone',
        'req.headers',
        'sdp',
        'offer',
        'token',
        'password',
        'phone',
      ],
      censor: '[hidden]',
    },
  });
}
