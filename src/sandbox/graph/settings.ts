/** `GET|POST /{PNID}/settings`, and the webhook about a change. Meta calling reference §1.2, §1.3, §1.6. */
import { type CallingSettings, settingsRequestSchema } from '../../contract/meta/settings.ts';
import { changeSettings } from '../numbers/change-settings.ts';
import type { PhoneNumber } from '../numbers/phone-number.ts';
import type { Change } from '../webhooks/change.ts';
import { Refusal } from './refusal.ts';
import type { Answer } from './serve.ts';

const shown = (number: PhoneNumber) => ({
  ...number.settings,
  ...(number.restrictions.length === 0 ? {} : { restrictions: { restrictions_list: number.restrictions } }),
});

/** Only these changes are told by webhook. */
const told = (before: CallingSettings, after: CallingSettings): boolean =>
  before.status !== after.status ||
  before.call_icon_visibility !== after.call_icon_visibility ||
  before.callback_permission_status !== after.callback_permission_status ||
  before.sip?.status !== after.sip?.status ||
  before.srtp_key_exchange_protocol !== after.srtp_key_exchange_protocol;

export const readSettings = (number: PhoneNumber): Answer => ({ body: { calling: shown(number) } });

export const writeSettings =
  (send: (change: Change) => void, now: () => number) =>
  (number: PhoneNumber, body: unknown): Answer => {
    const { calling } = settingsRequestSchema.parse(body);
    if (calling.status === 'ENABLED' && number.messagingLimit === 'TIER_250') throw new Refusal(138015);
    const verdict = changeSettings(number.settings, calling, new Date(now()).toISOString().slice(0, 10));
    if (verdict.status === 'refused') throw new Refusal(100, verdict.details);
    const before = number.settings;
    number.settings = verdict.settings;
    const tell = (): void =>
      send({
        field: 'account_settings_update',
        about: { kind: 'other', id: number.id },
        value: {
          messaging_product: 'whatsapp',
          timestamp: String(Math.floor(now() / 1000)),
          type: 'phone_number_settings',
          phone_number_settings: { phone_number_id: number.id, calling: shown(number) },
        },
      });
    return { body: { success: true }, applied: true, ...(told(before, verdict.settings) ? { after: tell } : {}) };
  };
