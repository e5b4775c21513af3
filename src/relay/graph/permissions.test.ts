import { describe, expect, it } from 'vitest';
import { callPermissionsResponseSchema } from '../../contract/meta/graph.ts';
import { day } from '../../domain/permission/rules.ts';
import { toFound } from './permissions.ts';

type Limit = { time_period: string; max_allowed: number; current_usage: number; limit_expiration_time?: number };

const found = (status: string, mayAsk: boolean, mayCall: boolean, limits: { asks?: Limit[]; calls?: Limit[] } = {}) =>
  toFound(
    callPermissionsResponseSchema.parse({
      messaging_product: 'whatsapp',
      permission: { status },
      actions: [
        { action_name: 'send_call_permission_request', can_perform_action: mayAsk, limits: limits.asks ?? [] },
        { action_name: 'start_call', can_perform_action: mayCall, limits: limits.calls ?? [] },
      ],
    }),
  );

const used = (current_usage: number): Limit => ({ time_period: 'PT24H', max_allowed: 5, current_usage });

describe('what Meta answers of permission', () => {
  it('is kept with its limits', () => {
    const calls = [{ ...used(5), limit_expiration_time: 1_745_622_600 }];
    expect(found('permanent', false, false, { asks: [used(1)], calls })).toEqual({
      permission: { kind: 'permanent' },
      asks: [{ period: day, max: 5, used: 1, until: null }],
      calls: [{ period: day, max: 5, used: 5, until: 1_745_622_600_000 }],
      barred: [],
    });
  });

  it('bars what neither the permission nor a limit explains', () => {
    expect(found('permanent', false, false, { calls: [used(4)] }).barred).toEqual(['calls']);
    expect(found('no_permission', false, false, { asks: [used(4)] }).barred).toEqual(['asks']);
    expect(found('no_permission', true, false).barred).toEqual([]);
    expect(found('permanent', false, true).barred).toEqual([]);
    expect(found('no_permission', false, false, { asks: [used(5)] }).barred).toEqual([]);
    const unknown = { time_period: 'P30D', max_allowed: 5, current_usage: 5 };
    expect(found('permanent', false, false, { calls: [unknown] }).barred).toEqual(['calls']);
  });
});
