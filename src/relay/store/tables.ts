import type { Generated, Selectable } from 'kysely';
import type { Outcome, Party } from '../../domain/calls/outcome.ts';
import type { MessageState } from '../../domain/messages/progress.ts';
import type { Availability } from '../../domain/people/availability.ts';
import type { Role } from '../../domain/people/role.ts';
import type { LimitSet } from '../../domain/permission/rules.ts';

/** The tables as Kysely sees them. Instants are integer milliseconds since the epoch, booleans 0 or 1, JSON is text. */
export type Tables = {
  channel: {
    id: string;
    waba_id: string;
    name: string;
    number: string | null;
    /** How long a call may last here. */
    call_limit_ms: number;
    /** Which of Meta's limits it is under. */
    permission_limits: Generated<LimitSet>;
    /** When its agents may call customers, as an admin wrote it (`src/domain/hours/read-hours.ts`); null: always. */
    calling_hours: Generated<string | null>;
    /** An admin lets them call outside of those too: 1 yes, 0 no. */
    calls_outside_hours: Generated<number>;
  };
  customer: {
    id: string;
    /** Business-scoped user id: the first key; the phone is the second. Either may be missing. */
    bsuid: string | null;
    phone: string | null;
    /** As the customer calls themselves. */
    name: string | null;
    username: string | null;
    created_at: number;
    /** When there was last something between them and us. */
    seen_at: number;
    /** What agents call them; null: as they call themselves. */
    given_name: Generated<string | null>;
    /** What agents wrote about them. */
    notes: Generated<string>;
    /** The agent who is rung first when they call; null: nobody. */
    assigned_to: Generated<string | null>;
    /** Who it turned out to be; such a row is kept only so that its id still leads there. */
    merged_into: Generated<string | null>;
  };
  /** What agents tagged a customer with; `key` is the tag in lower case. */
  customer_tag: { customer_id: string; key: string; tag: string };
  /** A customer and a channel that had to do with each other. */
  acquaintance: {
    customer_id: string;
    channel_id: string;
    /** When the customer last opened the service window; null: never. */
    in_touch_at: number | null;
  };
  /** What was learned about whether a customer may be called; the fact is JSON. */
  permission_fact: { key: string; channel_id: string; customer_id: string; at: number; fact: string };
  /** The message templates of an account at Meta, each JSON (`src/domain/templates/template.ts`). */
  message_template: { id: string; waba_id: string; template: string };
  /** Messages that were sent, or may have been. */
  sent_message: {
    /** Our own id, which Meta gives back as `biz_opaque_callback_data`. */
    id: string;
    wamid: string | null;
    channel_id: string;
    customer_id: string;
    agent_id: string | null;
    purpose: 'permissionRequest' | 'callInvitation' | 'text';
    by: 'message' | 'template';
    body: string | null;
    sent_at: number;
    state: MessageState;
    state_at: number;
    code: string | null;
  };
  /** What became of requests for permission, for the agents who asked. */
  request_answer: {
    /** Of the fact that says it. */
    key: string;
    agent_id: string;
    channel_id: string;
    customer_id: string;
    /** `KeptAnswer`, as JSON. */
    answer: string;
    at: number;
    told_at: number | null;
  };
  /** Messages of customers. */
  received_message: {
    /** Meta's. */
    id: string;
    channel_id: string;
    customer_id: string;
    /** As Meta names it: `text`, `image`, or one that nobody here knows. */
    kind: string;
    /** The text, or what stands beneath a picture or a file. */
    body: string | null;
    at: number;
    /** When an agent had it open; null: nobody has read it. */
    read_at: number | null;
  };
  agent: {
    id: string;
    email: string;
    name: string;
    role: Role;
    /** `*` for all channels, otherwise ids with commas between. */
    channels: string;
    password_hash: string;
    /** What they said last, or what a call made of it; whether its time has passed is not looked at here. */
    availability: Availability['kind'];
    /** The whole of it, JSON; null: the kind says it all. */
    availability_state: Generated<string | null>;
    disabled: Generated<number>;
    created_at: number;
  };
  /** What the organisation decided, each JSON; what is not there is as it is by default. */
  organisation_setting: { name: string; value: string };
  /** A signed-in token; only its hash is kept. */
  session: { token_hash: string; agent_id: string; created_at: number; expires_at: number };
  /** The one live desk of an agent. */
  seat: { agent_id: string; desk_id: string; desk_name: string; taken_at: number };
  call: {
    id: string;
    wacid: string;
    channel_id: string;
    customer_id: string;
    direction: 'inbound' | 'outbound';
    phase: string;
    agent_id: string | null;
    outcome: Outcome | null;
    ended_by: Party | null;
    code: string | null;
    called_at: number | null;
    started_at: number | null;
    ended_at: number | null;
    duration_seconds: number | null;
    /** When it next needs attention; the deadline of the call. */
    due_at: number | null;
    /** By whose invitation the customer called, as the call says it. */
    invited_by: string | null;
    /** How it sounded, JSON; null until the desk has told. */
    quality: Generated<string | null>;
    /** What the agent who had it wrote; null before the first letter. */
    note: Generated<string | null>;
    note_version: Generated<number | null>;
    /** The whole call value, JSON. */
    state: string;
  };
  /** Who was rung by a call, or took it. */
  call_agent: { call_id: string; agent_id: string; called_at: number; ended_at: number | null };
  /** What happened to a call, in order; without SDP. */
  call_log: { id: Generated<number>; call_id: string; at: number; event: string; phase: string };
  /** What must still be asked of Meta. `sent`: on its way, the answer is not known. */
  graph_action: {
    id: Generated<number>;
    call_id: string;
    action: string;
    sdp: string | null;
    status: 'waiting' | 'sent';
    attempts: Generated<number>;
  };
  /** Every signed body that Meta posted, as it came. */
  delivery: { id: Generated<number>; received_at: number; body: string; note: string | null };
  /** Events that were applied; each once. */
  applied_event: { key: string; delivery_id: number };
};

export type CustomerRow = Selectable<Tables['customer']>;
