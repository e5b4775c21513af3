import type { z } from 'zod';
import { availabilityCommandSchema } from '../../contract/desk/availability.ts';
import { writeNoteSchema } from '../../contract/desk/call-note.ts';
import { watchCustomerSchema } from '../../contract/desk/permission.ts';
import { proofSchema } from '../../contract/desk/readiness.ts';
import {
  answerSchema,
  callQualitySchema,
  callRefSchema,
  type DeskToRelay,
  declineSchema,
  dialSchema,
  echoSchema,
  helloSchema,
  mediaFailureSchema,
} from '../../contract/desk/socket.ts';
import type { Reply } from '../../contract/desk/words.ts';
import { type Call, holderOf } from '../../domain/calls/call.ts';
import { soundCodeOf } from '../../domain/calls/code.ts';
import type { CallEvent } from '../../domain/calls/event.ts';
import { unreadyBecause } from '../../domain/readiness/readiness.ts';
import type { AvailabilityKeeper } from '../availability/keeper.ts';
import type { CallDesk } from '../calls/call-desk.ts';
import type { CustomerAnnouncer } from '../customers/announcer.ts';
import type { Log } from '../log.ts';
import type { AnswerTeller } from '../permission/answer-teller.ts';
import { saveNote } from '../store/call-note.ts';
import { callById } from '../store/calls.ts';
import type { Db } from '../store/database.ts';
import { saveQuality } from '../store/quality.ts';
import type { Announcer } from './announcer.ts';
import type { DeskNamespace, DeskSocket } from './desk-server.ts';
import type { Dialler } from './dial.ts';
import type { Floor } from './floor.ts';
import { done, refusal } from './refusals.ts';
import type { Seating } from './seating.ts';

type Deps = {
  db: Db;
  desk: CallDesk;
  seating: Seating;
  announcer: Announcer;
  availability: AvailabilityKeeper;
  customers: CustomerAnnouncer;
  answers: AnswerTeller;
  floor: Floor;
  dial: Dialler;
  log: Log;
  now: () => number;
};

/** Seats whoever connects, and carries out what desks ask for. */
export function serveDesks(desks: DeskNamespace, deps: Deps): void {
  const { desk, seating, announcer, availability, floor, log, now } = deps;
  desks.on('connection', (socket) => {
    const agentId = socket.data.agent.id;
    const arrived = seating.arrive(socket).then(async (seated) => {
      const callId = floor.callOf(agentId);
      if (seated && callId !== null) await desk.command(callId, { kind: 'seatBack', agentId, at: now() });
    });
    arrived.catch((error) => {
      log.error({ agentId, err: error }, 'Desk could not be seated');
      socket.disconnect(true);
    });

    on(socket, 'hello', helloSchema, log, async ({ since }) => {
      await arrived;
      await announcer.sync(socket, since);
      deps.answers.tell(agentId);
      return done;
    });
    on(socket, 'answer', answerSchema, log, ({ callId, ...answer }) => command(callId, { kind: 'answer', ...answer }));
    on(socket, 'dial', dialSchema, log, async (dialled) => {
      await arrived;
      return deps.dial(socket, dialled);
    });
    on(socket, 'customer.heard', callRefSchema, log, ({ callId }) => command(callId, { kind: 'customerHeard' }));
    on(socket, 'decline', declineSchema, log, ({ callId, ringId }) => command(callId, { kind: 'decline', ringId }));
    on(socket, 'media.connected', callRefSchema, log, ({ callId }) => command(callId, { kind: 'mediaConnected' }));
    on(socket, 'media.failed', mediaFailureSchema, log, ({ callId, problem }) =>
      command(callId, { kind: 'mediaFailed', code: soundCodeOf(problem.code) }),
    );
    on(socket, 'end', callRefSchema, log, ({ callId }) => command(callId, { kind: 'hangUp' }));
    on(socket, 'call.quality', callQualitySchema, log, async ({ callId, summary }) => {
      const call = await desk.transact(async (trx) => {
        const known = await callById(trx, callId);
        if (known !== null && takesQuality(known, agentId, now())) await saveQuality(trx, callId, summary);
        return known;
      });
      if (call === null) return refusal('noSuchCall');
      if (!takesQuality(call, agentId, now())) return refusal('notYours');
      if (call.life.phase === 'ended') await announcer.recordChanged(callId);
      return done;
    });
    on(socket, 'call.note', writeNoteSchema, log, async ({ callId, note }) => {
      const kept = await desk.transact(async (trx) => {
        const call = await callById(trx, callId);
        if (call === null) return 'noSuchCall';
        if (holderOf(call) !== agentId) return 'notYours';
        return (await saveNote(trx, callId, note)) && call.life.phase === 'ended' ? 'recordChanged' : 'known';
      });
      if (kept === 'noSuchCall' || kept === 'notYours') return refusal(kept);
      if (kept === 'recordChanged') await announcer.recordChanged(callId);
      return done;
    });
    on(socket, 'availability', availabilityCommandSchema, log, async ({ choice, now: sentAt }) => {
      await arrived;
      if (!seating.holds(socket)) return refusal('notSeated');
      const until = 'until' in choice ? { until: choice.until + now() - sentAt } : {};
      if (!(await availability.choose(agentId, { ...choice, ...until }))) return refusal('noSuchReason');
      // Whoever turns away while it rings does not want that call either.
      if (choice.kind !== 'available') await declineRing(agentId);
      return done;
    });
    on(socket, 'proof', proofSchema, log, async (proof) => {
      const seat = floor.seat(agentId);
      if (!seat || !seating.holds(socket)) return refusal('notSeated');
      const unready = unreadyBecause(proof);
      if (unready !== seat.unready)
        log.info({ agentId, unready }, unready === null ? 'Desk is ready' : 'Desk is not ready');
      seat.provedAt = now();
      seat.unready = unready;
      return { ok: true, now: now() };
    });
    on(socket, 'customer.watch', watchCustomerSchema, log, async ({ customerId }) => {
      deps.customers.watch(socket, customerId);
      return done;
    });
    on(socket, 'echo', echoSchema, log, async () => done);
    socket.on('takeOver', (_nothing, ack) => {
      reply(socket, 'takeOver', log, ack, async () => {
        const before = await desk.still(async () => {
          if (seating.holds(socket)) return null;
          const callId = floor.callOf(agentId);
          if (callId !== null && (await desk.isClaimed(callId))) return 'inCall';
          return seating.takeOver(socket);
        });
        if (before === 'inCall') return refusal('onCallElsewhere');
        if (before) await announcer.moved(before);
        await announcer.sync(socket, now());
        deps.answers.tell(agentId);
        return done;
      });
    });
    socket.onAny((name: string, ...rest: unknown[]) => {
      if (socket.listenerCount(name as keyof DeskToRelay) > 0) return;
      log.warn({ agentId }, 'Command refused: not known');
      reply(socket, 'unknown', log, rest.at(-1), async () => refusal('unknownCommand'));
    });
    socket.on('disconnect', (reason) => {
      const left = seating.depart(socket);
      if (left === null) return;
      leave(left, reason === 'client namespace disconnect' || socket.data.signedOut).catch((error) =>
        log.error({ agentId, err: error }, 'Departure of a desk could not be recorded'),
      );
    });

    /** Whoever leaves on purpose declines what rings and ends what runs; whoever drops off is expected back. */
    async function leave(left: string, onPurpose: boolean): Promise<void> {
      const callId = floor.callOf(left);
      const declined = onPurpose && (await declineRing(left));
      if (callId !== null && !declined)
        await desk.command(callId, { kind: onPurpose ? 'hangUp' : 'seatLost', agentId: left, at: now() });
      if (onPurpose) seating.giveUp(left);
    }

    /** @returns whether a call rang at their desk, which passes on */
    async function declineRing(who: string): Promise<boolean> {
      const callId = floor.callOf(who);
      const ringId = callId === null ? null : await desk.ringOf(callId, who);
      if (callId === null || ringId === null) return false;
      await desk.command(callId, { kind: 'decline', agentId: who, ringId, at: now() });
      return true;
    }

    async function command(callId: string, partial: AgentEvent): Promise<Reply> {
      await arrived;
      return desk.transact(async (trx, move) => {
        if (!seating.holds(socket)) return refusal('notSeated');
        const call = await callById(trx, callId);
        if (call === null) return refusal('noSuchCall');
        const { refused } = await move(call, { ...partial, agentId, at: now() });
        return refused === null ? done : refusal(refused);
      });
    }
  });
}

type AgentEvent =
  Exclude<CallEvent, { kind: 'dial' }> extends infer Event
    ? Event extends { agentId: string; at: number }
      ? Omit<Event, 'agentId' | 'at'>
      : never
    : never;

type Command = Exclude<keyof DeskToRelay, 'takeOver'>;

/** How long after its end a call still takes the word of its desk on how it sounded, ms: a desk may come back late. */
const qualityWithin = 24 * 60 * 60_000;

function takesQuality(call: Call, agentId: string, at: number): boolean {
  const { life } = call;
  return holderOf(call) === agentId && (life.phase !== 'ended' || at - life.endedAt <= qualityWithin);
}

/** Parses a command before it is carried out; whatever happens, the desk gets an answer. */
function on<Schema extends z.ZodType>(
  socket: DeskSocket,
  name: Command,
  schema: Schema,
  log: Log,
  carryOut: (input: z.infer<Schema>) => Promise<Reply>,
): void {
  socket.on(name, (input: unknown, ack: unknown) => {
    reply(socket, name, log, ack, async () => {
      log.debug({ agentId: socket.data.agent.id, command: name }, 'Command received');
      const parsed = schema.safeParse(input);
      if (parsed.success) return carryOut(parsed.data);
      log.warn(
        { agentId: socket.data.agent.id, command: name, issues: parsed.error.issues.map((issue) => issue.path) },
        'Command refused: not understood',
      );
      return refusal('badInput');
    });
  });
}

function reply(socket: DeskSocket, name: string, log: Log, ack: unknown, carryOut: () => Promise<Reply>): void {
  const answer = typeof ack === 'function' ? ack : () => undefined;
  carryOut().then(
    (result) => answer(result),
    (error) => {
      log.error({ agentId: socket.data.agent.id, command: name, err: error }, 'Command failed');
      answer(refusal('failed'));
    },
  );
}
