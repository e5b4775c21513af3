import { createHmac } from 'node:crypto';

/** Signed bodies as Meta posts them, for load. The SDP has the length of Meta's. */
export const benchSecret = 'bench-app-secret';
const sdp = `v=0\r\no=- 1741113186367 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n${'a=candidate:1775469887 1 udp 2122260223 127.0.0.1 3480 typ host generation 0\r\n'.repeat(12)}`;

export type Signed = { body: string; signature: string };

export function connectWebhook(index: number): Signed {
  return sign({
    ...ids(index),
    event: 'connect',
    timestamp: String(Math.floor(Date.now() / 1000)),
    direction: 'USER_INITIATED',
    session: { sdp_type: 'offer', sdp },
  });
}

export function terminateWebhook(index: number): Signed {
  const timestamp = String(Math.floor(Date.now() / 1000));
  return sign({ ...ids(index), event: 'terminate', timestamp, direction: 'USER_INITIATED', status: 'COMPLETED' });
}

export function phoneOf(index: number): string {
  return `62812${String(index).padStart(8, '0')}`;
}

function ids(index: number) {
  return { id: `wacid.bench${index}`, from: phoneOf(index), from_user_id: `ID.${index}`, to: '13175551399' };
}

function sign(call: { from: string; from_user_id: string } & Record<string, unknown>): Signed {
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '1',
        changes: [
          {
            field: 'calls',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '13175551399', phone_number_id: '2' },
              contacts: [{ profile: { name: 'Ada Example' }, wa_id: call.from, user_id: call.from_user_id }],
              calls: [call],
            },
          },
        ],
      },
    ],
  });
  return { body, signature: `sha256=${createHmac('sha256', benchSecret).update(body).digest('hex')}` };
}
