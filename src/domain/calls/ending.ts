import type { Call, Claim, Ended, Ending, Life, Ringing, Verdict } from './call.ts';
import { holderOf } from './call.ts';
import type { Effect, RingOverReason, Terminate } from './event.ts';
import { type Advanced, step, unchanged } from './step.ts';

/** Meta's code for an action that does not fit where the call stands: it is on already, or over (§2.4, §13.2). */
export const notInThisState = '100';

/** How long Meta's terminate may take to settle an end of ours before our own clock does, ms. */
export const settleWithin = 5_000;

/**
 * The business side ends it: Meta is told (`reject` before accept was asked, `terminate` after and for a call of ours), the seats are told,
 * and Meta's terminate webhook is awaited. `terminate` is always sent (§2.5), to a call that Meta has not named yet as soon as it is named.
 */
export function end(call: Call, verdict: Verdict, at: number): Advanced {
  const { life } = call;
  if (life.phase === 'ending' || life.phase === 'ended') return unchanged(call);
  const ending: Ending = {
    phase: 'ending',
    verdict,
    claim: life.phase === 'ringing' ? null : life.claim,
    startedAt: life.phase === 'onCall' ? life.startedAt : null,
    endedAt: at,
    settleBy: at + settleWithin,
  };
  const isOn = life.phase === 'accepting' || life.phase === 'onCall' || life.phase === 'dialling';
  const effects: Effect[] = [];
  effects.push(
    call.wacid === null ? { kind: 'unask' } : { kind: 'graph', action: isOn ? 'terminate' : 'reject', sdp: null },
  );
  if (life.phase === 'ringing') effects.push(...silence(life, verdict.outcome === 'missed' ? 'timeRanOut' : 'failed'));
  else effects.push({ kind: 'callChanged', agentId: life.claim.agentId });
  return step(call, ending, effects);
}

/** The agent hangs up; on the way to sound that is a rejection, before the customer picked up a call that was not answered, afterwards a completed call. */
export function hangUp(call: Call, event: { at: number; agentId: string }): Advanced {
  const { life } = call;
  if (holderOf(call) !== event.agentId) return unchanged(call, life.phase === 'ended' ? 'callOver' : 'notYours');
  const outcome = life.phase === 'onCall' ? 'completed' : life.phase === 'dialling' ? 'unanswered' : 'rejected';
  return end(call, { outcome, endedBy: 'agent', code: null }, event.at);
}

/** Meta's word on the end (§2.5). An ended call is not judged again; only a duration measured by our own clock is put right. */
export function settle(known: Call, event: Terminate & { at: number }): Advanced {
  const call = known.wacid === event.wacid ? known : { ...known, wacid: event.wacid };
  const { life } = call;
  if (life.phase === 'ended') return correct(call, life, event);
  const startedAt = event.startedAt === null ? null : (startOf(life) ?? event.startedAt);
  const ended: Ended = {
    phase: 'ended',
    ...judge(call, life, event),
    agentId: holderOf(call),
    startedAt,
    endedAt: life.phase === 'ending' ? life.endedAt : event.at,
    durationSeconds: event.startedAt === null ? 0 : durationOf(event),
    settledBy: 'meta',
  };
  const rings = life.phase === 'ringing' ? silence(life, 'callerGaveUp') : [];
  return step(call, ended, [...rings, ...talkEnded(ended), { kind: 'callOver' }]);
}

/** Meta stayed silent after our end: our own clock settles it. */
export function overdueEnding(call: Call, life: Ending, at: number): Advanced {
  if (at < life.settleBy) return unchanged(call);
  const { verdict, claim, startedAt, endedAt } = life;
  const durationSeconds = startedAt === null ? 0 : Math.max(0, Math.round((endedAt - startedAt) / 1000));
  const agentId = claim?.agentId ?? null;
  const ended: Ended = { phase: 'ended', ...verdict, agentId, startedAt, endedAt, durationSeconds, settledBy: 'clock' };
  return step(call, ended, [...talkEnded(ended), { kind: 'callOver' }]);
}

/** Only who talked has something to finish. */
function talkEnded({ agentId, startedAt }: Ended): Effect[] {
  return agentId === null || startedAt === null ? [] : [{ kind: 'talkEnded', agentId }];
}

/** Takes the call away from everybody it rings for. */
export function silence(life: Ringing, reason: RingOverReason, winner: Claim | null = null): Effect[] {
  return life.rings
    .filter((ring) => ring.ringId !== winner?.ringId)
    .map(({ ringId, agentId }) => ({
      kind: 'ringOver',
      ringId,
      agentId,
      reason,
      colleagueId: winner?.agentId ?? null,
    }));
}

function judge({ direction, rang }: Call, life: Exclude<Life, Ended>, event: Terminate): Verdict {
  if (event.code !== null) {
    const neverRang = life.phase === 'dialling' && !rang && event.startedAt === null;
    return { outcome: neverRang ? 'failed' : 'disconnected', endedBy: 'meta', code: event.code };
  }
  const ours = life.phase === 'ending' ? life.verdict : null;
  if (event.startedAt !== null) {
    // It rang after all.
    if (ours?.outcome === 'failed') return { ...ours, outcome: 'disconnected' };
    if (ours?.outcome === 'disconnected') return ours;
    return { outcome: 'completed', endedBy: ours?.endedBy ?? 'customer', code: ours?.code ?? null };
  }
  if (ours === null) {
    // It was on for us and never picked up for Meta: accept was lost on the way.
    if (life.phase === 'onCall') return { outcome: 'disconnected', endedBy: 'meta', code: 'never-picked-up' };
    return { outcome: direction === 'inbound' ? 'missed' : 'unanswered', endedBy: 'customer', code: null };
  }
  // Meta refused us because the customer had hung up already; its word for that came later.
  if (ours.endedBy === 'meta' && ours.code === notInThisState)
    return { outcome: 'missed', endedBy: 'customer', code: null };
  if (ours.outcome === 'completed') return { outcome: 'disconnected', endedBy: ours.endedBy, code: 'never-picked-up' };
  return ours;
}

function correct(call: Call, life: Ended, event: Terminate): Advanced {
  if (life.settledBy === 'meta' || event.startedAt === null || life.startedAt === null) return unchanged(call);
  return step(call, { ...life, durationSeconds: durationOf(event), settledBy: 'meta' }, [{ kind: 'callOver' }]);
}

function startOf(life: Exclude<Life, Ended>): number | null {
  return life.phase === 'onCall' || life.phase === 'ending' ? life.startedAt : null;
}

function durationOf({ durationSeconds, startedAt, endedAt }: Terminate): number {
  if (durationSeconds !== null) return durationSeconds;
  if (startedAt === null || endedAt === null) return 0;
  return Math.max(0, Math.round((endedAt - startedAt) / 1000));
}
