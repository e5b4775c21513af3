/** A call as tests and people see it, and what they can wait for in it. */
import type { Call } from '../calls/call.ts';
import type { CallView, WaitFor } from './shapes.ts';

const iso = (ms: number | undefined): string | null => (ms === undefined ? null : new Date(ms).toISOString());

export function callView(call: Call): CallView {
  const { life } = call;
  return {
    id: call.id,
    direction: life.direction,
    phase: life.phase,
    customerId: call.customer.id,
    phoneNumberId: call.number.id,
    createdAt: new Date(call.createdAt).toISOString(),
    startedAt: iso(life.startedAt),
    endedAt: iso(life.endedAt),
    endedBy: life.endedBy ?? null,
    failure: life.failure ?? null,
    earlyMedia: life.earlyMedia,
    speaking: call.line?.speaking ?? false,
    tracking: call.tracking ?? null,
    heard: call.heard,
  };
}

/** True once the awaited has come; a phase that was passed counts, except on a call that ended without it. */
export function hasCome(call: Call, wanted: WaitFor): boolean {
  const { life } = call;
  switch (wanted.for) {
    case 'preAccepted':
      return life.phase === 'preAccepted' || life.startedAt !== undefined;
    case 'active':
      return life.startedAt !== undefined;
    case 'ended':
      return life.phase === 'ended';
    case 'speaking':
      return call.line?.speaking === true;
    case 'hears': {
      const { heard } = call;
      if (heard.seconds < wanted.minSeconds) return false;
      const { dominantHz } = heard;
      return wanted.hz === undefined || (dominantHz !== null && Math.abs(dominantHz - wanted.hz) <= wanted.toleranceHz);
    }
  }
}
