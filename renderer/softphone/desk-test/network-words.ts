import type { RelayMeasure } from '../../../src/contract/window/network.ts';
import type { AudioPath, AudioRoute } from '../../../src/domain/network/audio-path.ts';
import { amount } from '../words/locale.ts';
import { protocolWords, routeWords } from '../words/route.ts';
import type { StepResult } from './steps.ts';

/** `24 ms, fast connection, through the proxy proxy.nusa.example:8080, certificate by Nusa Root CA`. */
export function relayWords({ roundTripMs, transport, way }: RelayMeasure): string {
  const by = { direct: 'no proxy', proxy: `through the proxy ${way.proxy ?? ''}`.trim(), browser: null }[way.by];
  const parts = [
    `${amount(roundTripMs)} ms`,
    transport === 'websocket' ? 'fast connection (WebSocket)' : 'slow connection (long polling)',
    by,
    way.issuer === null ? null : `certificate by ${way.issuer}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** What the servers' answer, and the last call, say of the way that sound takes. */
export function audioPathResult(path: AudioPath, last: AudioRoute | null): StepResult {
  const before = last === null ? '' : `the last call went ${routeWords(last)}`;
  const also = before === '' ? '' : `, ${before}`;
  switch (path.verdict) {
    case 'direct':
      return { verdict: 'works', detail: `direct, over UDP${also}` };
    case 'relayed':
      return { verdict: 'works', detail: `through a TURN server, over ${protocolWords[path.protocol]}${also}` };
    case 'blocked':
      return { verdict: 'fails', detail: `blocked: no STUN or TURN server answers${also}` };
    case 'unknown':
      return before === ''
        ? { verdict: 'unknown', detail: 'no STUN or TURN server is set to ask; the first call will show it' }
        : { verdict: 'works', detail: before };
  }
}

/** Where a notification that nobody saw is allowed. */
export function allowNotificationsWords(platform: string): string {
  switch (platform) {
    case 'darwin':
      return 'Allow them in System Settings, Notifications, Ringdesk, and see that no Focus is on.';
    case 'win32':
      return 'Allow them in Settings, System, Notifications, Ringdesk, and see that Do not disturb is off.';
    case 'web':
      return 'Allow them for this site, beside its address, and for the browser in the settings of the computer.';
    default:
      return 'Allow them in the notification settings of the computer, and see that Do not disturb is off.';
  }
}
