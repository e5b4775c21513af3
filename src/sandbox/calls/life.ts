/**
 * The life of a call as Meta sees it: a value, moved by `move` alone. Meta calling reference §13.2, §13.3.
 *
 *   user's call      ringing ──pre_accept──▶ preAccepted ──accept──▶ active ──▶ ended
 *                       └──────────────accept──────────────────────────┘
 *   business's call  ringing ──customerAnswers──▶ active ──▶ ended
 */

export type Phase = 'ringing' | 'preAccepted' | 'active' | 'ended';

export type EndedBy = 'business' | 'customer' | 'timeout' | 'failure';

export type Life = {
  readonly direction: 'user' | 'business';
  readonly phase: Phase;
  /** The answer of the business given in pre_accept. */
  readonly answerSdp: string | undefined;
  /** Audio of the business came before accept: the customer's phone already shows the call as answered. */
  readonly earlyMedia: boolean;
  /** Epoch milliseconds. */
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
  readonly endedBy: EndedBy | undefined;
  readonly failure: number | undefined;
};

export type LifeEvent =
  | { readonly type: 'preAccept'; readonly sdp: string }
  | { readonly type: 'accept'; readonly sdp: string }
  | { readonly type: 'reject' }
  | { readonly type: 'terminate' }
  | { readonly type: 'customerAnswers' }
  | { readonly type: 'customerRejects' }
  | { readonly type: 'customerHangsUp' }
  | { readonly type: 'ringTimeout' }
  | { readonly type: 'businessAudio' }
  | { readonly type: 'mediaTimeout' };

export type Effect = 'answered' | 'accepted' | 'rejected' | 'terminated';

export type Move =
  | { readonly status: 'moved'; readonly life: Life; readonly effects: readonly Effect[] }
  /** The event comes too late or does not fit; `details` is what Graph says. */
  | { readonly status: 'refused'; readonly details: string };

export const MEDIA_RECEIVE_TIMEOUT = 138021;

export const newborn = (direction: Life['direction']): Life => ({
  direction,
  phase: 'ringing',
  answerSdp: undefined,
  earlyMedia: false,
  startedAt: undefined,
  endedAt: undefined,
  endedBy: undefined,
  failure: undefined,
});

const refused = (details: string): Move => ({ status: 'refused', details });
const moved = (life: Life, ...effects: Effect[]): Move => ({ status: 'moved', life, effects });

const ended = (life: Life, endedBy: EndedBy, now: number, ...before: Effect[]): Move =>
  moved({ ...life, phase: 'ended', endedAt: now, endedBy }, ...before, 'terminated');

function answering(life: Life, event: Extract<LifeEvent, { sdp: string }>, now: number): Move {
  if (life.direction === 'business') return refused('Only a user-initiated call can be accepted');
  if (life.phase === 'active') return refused('The call is already in progress');
  if (event.type === 'preAccept') {
    if (life.phase === 'preAccepted') return refused('The call is already pre-accepted');
    return moved({ ...life, phase: 'preAccepted', answerSdp: event.sdp });
  }
  if (life.answerSdp !== undefined && life.answerSdp !== event.sdp) {
    return refused('The SDP answer differs from the one in pre_accept');
  }
  return moved({ ...life, phase: 'active', answerSdp: event.sdp, startedAt: now }, 'answered');
}

/** `now`: epoch milliseconds. A call that has ended refuses everything. */
export function move(life: Life, event: LifeEvent, now: number): Move {
  if (life.phase === 'ended') return refused('The call has already ended');
  switch (event.type) {
    case 'preAccept':
    case 'accept':
      return answering(life, event, now);
    case 'reject':
      if (life.direction === 'business') return refused('Only a user-initiated call can be rejected');
      if (life.phase === 'active') return refused('The call is already in progress');
      return ended(life, 'business', now);
    case 'terminate':
      return ended(life, 'business', now);
    case 'customerHangsUp':
      return ended(life, 'customer', now);
    case 'customerAnswers':
      if (life.direction === 'user' || life.phase !== 'ringing') return refused('Nothing rings at the customer');
      return moved({ ...life, phase: 'active', startedAt: now }, 'answered', 'accepted');
    case 'customerRejects':
      if (life.direction === 'user' || life.phase !== 'ringing') return refused('Nothing rings at the customer');
      return ended(life, 'customer', now, 'rejected');
    case 'ringTimeout':
      return life.phase === 'active' ? refused('The call is already in progress') : ended(life, 'timeout', now);
    case 'businessAudio':
      if (life.phase === 'active' || life.direction === 'business') return moved(life);
      return moved({ ...life, earlyMedia: true });
    case 'mediaTimeout':
      if (life.phase !== 'active') return refused('The call is not in progress');
      return ended({ ...life, failure: MEDIA_RECEIVE_TIMEOUT }, 'failure', now);
  }
}
