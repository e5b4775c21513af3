import { createHmac } from 'node:crypto';
import type { IceSetup } from '../../contract/desk/ice.ts';
import type { Settings } from '../settings/settings.ts';

/** How long a credential that the relay made is good for, seconds; desks get a new one well before. */
export const credentialLife = 12 * 60 * 60;

type IceSettings = Pick<
  Settings,
  | 'RINGDESK_ICE_URLS'
  | 'RINGDESK_TURN_SECRET'
  | 'RINGDESK_TURN_USERNAME'
  | 'RINGDESK_TURN_PASSWORD'
  | 'RINGDESK_TURN_ONLY'
>;

/**
 * What a desk is told about STUN and TURN. With a secret that the TURN server shares (coturn's `use-auth-secret`) each agent gets a
 * credential of their own that runs out: draft-uberti-behave-turn-rest-00 §2.2, `expiry:agent` and the HMAC-SHA1 of that.
 * @param now milliseconds since the epoch
 */
export function iceFor(settings: IceSettings, agentId: string, now: number): IceSetup {
  const urls = settings.RINGDESK_ICE_URLS;
  const stun = urls.filter((url) => /^stun/i.test(url));
  const turn = urls.filter((url) => /^turn/i.test(url));
  return {
    servers: [
      ...(stun.length === 0 ? [] : [{ urls: stun }]),
      ...(turn.length === 0 ? [] : [{ urls: turn, ...credentials(settings, agentId, now) }]),
    ],
    relayOnly: settings.RINGDESK_TURN_ONLY && turn.length > 0,
  };
}

function credentials(settings: IceSettings, agentId: string, now: number): { username?: string; credential?: string } {
  const {
    RINGDESK_TURN_SECRET: secret,
    RINGDESK_TURN_USERNAME: username,
    RINGDESK_TURN_PASSWORD: credential,
  } = settings;
  if (secret !== undefined) {
    const until = `${Math.floor(now / 1000) + credentialLife}:${agentId}`;
    return { username: until, credential: createHmac('sha1', secret).update(until).digest('base64') };
  }
  return username === undefined || credential === undefined ? {} : { username, credential };
}
