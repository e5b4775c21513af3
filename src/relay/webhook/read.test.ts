import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDelivery } from './read.ts';

const read = (json: unknown) => readDelivery(json, 0);

const metadata = { display_phone_number: '13175551399', phone_number_id: '436666719526789' };
const contacts = [{ profile: { name: 'Ada Example' }, wa_id: '16315553602', user_id: 'US.1' }];
const session = { sdp_type: 'offer', sdp: 'v=0\r\n' };
const connect = {
  id: 'wacid.1',
  from: '16315553602',
  from_user_id: 'US.1',
  to: '13175551399',
  event: 'connect',
  timestamp: '1795132800',
  direction: 'USER_INITIATED',
  session,
};

const envelope = (...changes: unknown[]) => ({ object: 'whatsapp_business_account', entry: [{ id: 'waba', changes }] });
const calls = (value: object) => ({ field: 'calls', value: { messaging_product: 'whatsapp', metadata, ...value } });

describe('readDelivery', () => {
  it('reads a connect', () => {
    const { heard, passedOver } = read(envelope(calls({ contacts, calls: [connect] })));
    expect(passedOver).toEqual([]);
    expect(heard).toEqual([
      {
        key: 'wacid.1/connect',
        kind: 'connect',
        wacid: 'wacid.1',
        channel: { id: '436666719526789', wabaId: 'waba', number: '+13175551399' },
        contact: { bsuid: 'US.1', phone: '+16315553602', name: 'Ada Example', username: null },
        timestamp: 1_795_132_800_000,
        payload: null,
        offer: 'v=0\r\n',
      },
    ]);
  });

  it('reads the end of a call that was answered, and of one that failed, with errors in either place', () => {
    const end = { ...connect, event: 'terminate', session: undefined };
    const answered = read(
      envelope(calls({ calls: [{ ...end, start_time: '1795132810', end_time: '1795132930', duration: 120 }] })),
    );
    expect(answered.heard).toMatchObject([
      { startedAt: 1_795_132_810_000, endedAt: 1_795_132_930_000, durationSeconds: 120, code: null },
    ]);
    const errors = [{ code: 138021, message: 'Media receive timeout' }];
    expect(read(envelope(calls({ calls: [end], errors }))).heard).toMatchObject([{ code: '138021' }]);
    expect(read(envelope(calls({ calls: [{ ...end, errors }] }))).heard).toMatchObject([{ code: '138021' }]);
  });

  it('knows a customer who shares no number by their username', () => {
    const nameless = { ...connect, from: '' };
    const told = { profile: { username: 'rafa.moto' }, wa_id: '', user_id: 'US.1' };
    const { heard } = read(envelope(calls({ contacts: [told], calls: [nameless] })));
    const contact = { bsuid: 'US.1', phone: null, name: null, username: 'rafa.moto' };
    expect(heard).toMatchObject([{ contact }]);
  });

  it('takes a call without a direction for what its SDP says', () => {
    const { heard } = read(envelope(calls({ contacts, calls: [{ ...connect, direction: undefined }] })));
    expect(heard).toHaveLength(1);
  });

  it('reads what becomes of a call of ours: the answer, each status, the end', () => {
    const ours = { id: 'wacid.9', direction: 'BUSINESS_INITIATED', biz_opaque_callback_data: 'call-1', timestamp: '1' };
    const answer = { ...ours, event: 'connect', session: { sdp_type: 'answer', sdp: 'v=0' } };
    const status = {
      id: 'wacid.9',
      type: 'call',
      status: 'RINGING',
      timestamp: '1',
      biz_opaque_callback_data: 'call-1',
    };
    const end = { ...ours, event: 'terminate', start_time: '2', end_time: '4', duration: 2 };
    const { heard, passedOver } = read(
      envelope(
        calls({ calls: [answer] }),
        calls({ statuses: [status, { ...status, status: 'ACCEPTED' }, { ...status, status: 'HUMMING' }] }),
        calls({ calls: [end] }),
      ),
    );
    expect(heard).toMatchObject([
      { key: 'wacid.9/connect', kind: 'metaAnswer', wacid: 'wacid.9', tracking: 'call-1', sdp: 'v=0' },
      { key: 'wacid.9/RINGING', kind: 'status', status: 'ringing', tracking: 'call-1' },
      { key: 'wacid.9/ACCEPTED', kind: 'status', status: 'accepted' },
      { key: 'wacid.9/terminate', kind: 'terminate', direction: 'outbound', tracking: 'call-1', durationSeconds: 2 },
    ]);
    expect(passedOver).toEqual(['status HUMMING']);
  });

  it('passes over, by name, what means nothing to the desk yet', () => {
    const { heard, passedOver } = read(
      envelope(
        { field: 'account_update', value: {} },
        { field: 'news', value: 7 },
        calls({ calls: [{ ...connect, event: 'held' }] }),
        calls({ calls: 'no' }),
      ),
    );
    expect(heard).toEqual([]);
    expect(passedOver).toEqual(['account_update', 'news', 'call held', 'call: not understood']);
  });

  it.each([
    ['contacts', { contacts: null }],
    ['a contact', { contacts: [{ profile: null, wa_id: 7 }, 3] }],
    ['errors', { errors: null }],
    ['an error', { errors: [{ message: 'no code' }] }],
    ['a call beside it', { calls: [connect, { id: 7 }, null] }],
    ['its own times', { calls: [{ ...connect, start_time: '', duration: 12.5, session, errors: null, status: 7 }] }],
    ['a status', { statuses: [null] }],
  ])('does not lose a call to something odd in %s', (_, odd) => {
    const { heard } = read(envelope({ value: 1 }, calls({ contacts, calls: [connect], ...odd })));
    expect(heard).toMatchObject([{ wacid: 'wacid.1', kind: 'connect' }]);
  });

  it('gives errors that stand beside several calls to the failed ones', () => {
    const end = { ...connect, event: 'terminate', session: undefined };
    const value = { calls: [end, { ...end, id: 'wacid.2', status: 'FAILED' }], errors: [{ code: 138021 }] };
    expect(read(envelope(calls(value))).heard).toMatchObject([{ code: null }, { code: '138021' }]);
  });

  it('never fails, whatever it is given', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => read(json) !== null));
    fc.assert(fc.property(fc.jsonValue(), (value) => read(envelope({ field: 'calls', value })) !== null));
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        (call) => read(envelope(calls({ calls: [{ ...connect, ...call }] }))) !== null,
      ),
    );
  });
});
