import { describe, expect, it } from 'vitest';
import { callDirection, callErrors, callsValueSchema, messagesValueSchema, metaWebhookSchema } from './webhook.ts';

const metadata = { display_phone_number: '13175551399', phone_number_id: '436666719526789' };
const call = { id: 'wacid.HBgL', event: 'connect', timestamp: '1795132800', from: '16315553602', to: '13175551399' };

describe('reading what Meta posts', () => {
  it('keeps a delivery with an unknown field readable', () => {
    const webhook = metaWebhookSchema.parse({
      object: 'whatsapp_business_account',
      entry: [{ id: '1', changes: [{ field: 'something_new', value: { a: 1 } }] }],
      extra: true,
    });
    expect(webhook.entry[0]?.changes[0]).toEqual({ field: 'something_new', value: { a: 1 } });
  });

  it('reads an event that Meta adds later', () => {
    const value = callsValueSchema.parse({ metadata, calls: [{ ...call, event: 'call_recording_available' }] });
    expect(value.calls?.[0]?.event).toBe('call_recording_available');
  });

  it('reads a customer with a username and no phone', () => {
    const value = callsValueSchema.parse({
      metadata,
      contacts: [{ profile: { name: 'Ada', username: 'ada' }, wa_id: '', user_id: 'US.1' }],
      calls: [{ ...call, from: '', from_user_id: 'US.1' }],
    });
    expect(value.contacts?.[0]).toMatchObject({ wa_id: undefined, user_id: 'US.1' });
    expect(value.calls?.[0]?.from).toBeUndefined();
  });

  it('reads times written as text or number alike', () => {
    for (const timestamp of ['1795132800', 1795132800]) {
      expect(callsValueSchema.parse({ metadata, calls: [{ ...call, timestamp }] }).calls?.[0]?.timestamp).toBe(
        1795132800,
      );
    }
  });

  it('reads the placeholder status of one of the samples', () => {
    const value = callsValueSchema.parse({ metadata, calls: [{ ...call, status: ['Failed', 'Completed'] }] });
    expect(value.calls?.[0]?.status).toBe('Failed');
  });

  it('finds errors inside and beside the call', () => {
    const value = callsValueSchema.parse({
      metadata,
      calls: [{ ...call, event: 'terminate', errors: [{ code: 138019 }] }],
      errors: [{ code: '138021', message: 'Media receive timeout' }],
    });
    const [first] = value.calls ?? [];
    expect(first && callErrors(value, first).map(({ code }) => code)).toEqual([138019, 138021]);
  });

  it('tells the direction from the SDP when Meta leaves it out', () => {
    const session = { sdp_type: 'offer', sdp: 'v=0\r\n' };
    const [event] = callsValueSchema.parse({ metadata, calls: [{ ...call, session }] }).calls ?? [];
    expect(event && callDirection(event)).toBe('USER_INITIATED');
  });

  it('reads a permission that came with a call', () => {
    const value = messagesValueSchema.parse({
      metadata,
      messages: [
        {
          from: '16315553602',
          id: 'wamid.1',
          timestamp: '1795132931',
          type: 'interactive',
          context: { from: '13175551399', id: 'wacid.1' },
          interactive: {
            type: 'call_permission_reply',
            call_permission_reply: {
              response: 'accept',
              is_permanent: false,
              expiration_timestamp: '1795737731',
              response_source: 'automatic',
            },
          },
        },
      ],
    });
    expect(value.messages?.[0]?.interactive?.call_permission_reply).toEqual({
      response: 'accept',
      is_permanent: false,
      expiration_timestamp: 1795737731,
      response_source: 'automatic',
    });
  });
});
