import { type CallPermissionsResponse, callPermissionsResponseSchema } from '../../contract/meta/graph.ts';
import type { Barred, Found, FoundLimit } from '../../domain/permission/fact.ts';
import { day, week } from '../../domain/permission/rules.ts';
import type { Address } from '../store/graph-actions.ts';
import type { GraphClient, GraphRefusal, GraphSilence } from './client.ts';

export type Looked = { status: 'found'; found: Found } | GraphRefusal | GraphSilence;

/** `GET /{phone number id}/call_permissions`: what Meta holds of a customer's permission (Meta calling reference §4.6). */
export async function lookUpPermission(graph: GraphClient, channelId: string, customer: Address): Promise<Looked> {
  const { phone, bsuid } = customer;
  const who = phone === null ? { recipient: bsuid ?? '' } : { user_wa_id: phone.replace(/\D/g, '') };
  const answer = await graph.get(`/${encodeURIComponent(channelId)}/call_permissions`, who);
  if (answer.status !== 'answered') return answer;
  const read = callPermissionsResponseSchema.safeParse(answer.json);
  return read.success
    ? { status: 'found', found: toFound(read.data) }
    : { status: 'unknown', reason: 'call_permissions not understood' };
}

/** What an answer of Meta means. */
export function toFound({ permission: told, actions }: CallPermissionsResponse): Found {
  const permission = toPermission(told);
  const limits = { asks: limitsOf(actions, names.asks), calls: limitsOf(actions, names.calls) };
  // Without permission nobody calls, and a permanent one cannot be asked for: that is known already, and ends when the permission changes.
  const explained = { asks: permission.kind === 'permanent', calls: permission.kind === 'none' };
  const barred = (['asks', 'calls'] as const).filter(
    (which) => !mayDo(actions, names[which]) && !explained[which] && !limits[which].some(isReached),
  );
  return { permission, ...limits, barred };
}

const names: Record<Barred, string> = { asks: 'send_call_permission_request', calls: 'start_call' };

/** `can_perform_action` takes account of all limits, and of what Meta does not name (§4.6). */
function mayDo(actions: CallPermissionsResponse['actions'], name: string): boolean {
  return actions.every((action) => action.action_name !== name || action.can_perform_action);
}

function isReached({ used, max }: FoundLimit): boolean {
  return used >= max;
}

/** Guide and generated reference of Meta use different words (§4.6). */
function toPermission({ status, expiration_time }: CallPermissionsResponse['permission']): Found['permission'] {
  if (status === 'permanent') return { kind: 'permanent' };
  if (status !== 'temporary' && status !== 'granted') return { kind: 'none' };
  if (expiration_time !== undefined) return { kind: 'temporary', until: expiration_time * 1000 };
  return status === 'granted' ? { kind: 'permanent' } : { kind: 'none' };
}

function limitsOf(actions: CallPermissionsResponse['actions'], name: string): FoundLimit[] {
  const limits = actions.find((action) => action.action_name === name)?.limits ?? [];
  return limits.flatMap(({ time_period, max_allowed: max, current_usage: used, limit_expiration_time }) => {
    const period = periods[time_period.toUpperCase()];
    const until = limit_expiration_time === undefined ? null : limit_expiration_time * 1000;
    return period === undefined ? [] : [{ period, max, used, until }];
  });
}

const periods: Record<string, number> = { PT24H: day, '24H': day, P1D: day, P7D: week, '7D': week, P1W: week };
