import type { CallsPage } from '../contract/api/session.ts';
import type { HistoryQuery } from '../contract/window/bridge.ts';
import type { RelayMeasure } from '../contract/window/network.ts';
import type { DeskCommand, DeskView, Levels } from '../contract/window/view.ts';
import { watchAvailabilityEnd } from './availability/watch-end.ts';
import { createNotePace } from './calls/note-pace.ts';
import { watchRingDeadline } from './calls/ring-deadline.ts';
import { connect, type RelayConnection } from './connection/connection.ts';
import { createOutbox } from './connection/outbox.ts';
import { type Customers, createCustomers } from './customers/customers.ts';
import type { DeskPorts, KeptNote } from './ports.ts';
import { createProver } from './readiness/prover.ts';
import { provesWhatChanged } from './readiness/what-changed.ts';
import { createSession } from './session/session.ts';
import type { Asked, Effect } from './state/effects.ts';
import type { VoiceFact } from './state/facts.ts';
import { selectView } from './state/view.ts';
import { createDeskStore } from './store.ts';
import { createTemplates, type Templates } from './templates/templates.ts';

export type Desk = {
  getView(): DeskView;
  /** @returns stops listening */
  subscribe(listener: (view: DeskView) => void): () => void;
  onLevels(listener: (levels: Levels) => void): () => void;
  /** Never throws: what fails shows in the view, with a sentence. */
  command(command: DeskCommand): Promise<void>;
  /** `GET /api/calls`, for hosts without a local history. Rejects with a sentence. */
  listCalls(query: HistoryQuery): Promise<CallsPage>;
  customers: Customers;
  templates: Templates;
  /** Restores the saved sign-in and connects. */
  start(): Promise<void>;
  /** Makes the connection anew when it may be dead without knowing it, as after a sleep. The audio of a call is not touched. */
  reconnect(): void;
  /** The computer goes to sleep, or has woken: a socket that says open after a sleep is not believed but made anew. */
  setAwake(awake: boolean): void;
  /** Null while the relay does not answer. */
  measureRelay(): Promise<RelayMeasure | null>;
  /** Proves anew that a call could be taken, microphone and all. */
  prove(): void;
  /** @param comesBack the same desk goes on at once, in another page */
  stop(comesBack?: boolean): Promise<void>;
};

/** The agent's client without a screen. */
export function createDesk(ports: DeskPorts): Desk {
  const { voice, restartVoice, settings, history, notes, network, identity, log, now } = ports;
  const levelListeners = new Set<(levels: Levels) => void>();
  let relay: RelayConnection | null = null;

  const store = createDeskStore(settings.get(), readUnsent(), perform);
  const { take, getState } = store;
  const outbox = createOutbox({
    send: (told) => relay?.send(told) ?? Promise.resolve(null),
    isConnected: () => getState().connection.status === 'online' && (relay?.isConnected() ?? false),
    onTold: (told, reply) => take({ from: 'relay.told', at: now(), told, reply }),
  });
  const notePace = createNotePace((told) => outbox.put(told));
  const prover = createProver({
    voice,
    tell: (body) => relay?.send({ name: 'proof', body }) ?? Promise.resolve(null),
    isSeated: () => getState().connection.status === 'online' && getState().seat?.status === 'held',
    onProved: (proved) => take({ from: 'readiness', at: now(), proved }),
    onSilence: () => relay?.reconnect(),
    now,
    log,
  });
  const session = createSession({
    ...ports,
    getState,
    change: (change) => take({ from: 'session', at: now(), change }),
    connect: openConnection,
  });
  const stopListening = voice.listen((event) => {
    switch (event.kind) {
      case 'levels':
        for (const listener of levelListeners) listener({ sent: event.sent, heard: event.heard });
        break;
      case 'proved':
        prover.onVoice(event);
        break;
      case 'started':
        takeVoice(event);
        // What was known of microphone and speaker, the page before had found.
        prover.changed();
        break;
      case 'networkChanged':
        prover.changed();
        relay?.tryFast();
        break;
      default:
        takeVoice(event);
    }
  });
  const stopAsking = network.onProxyAsks((proxyAsks) => {
    take({ from: 'network', at: now(), proxyAsks });
    if (proxyAsks === null) relay?.reconnect();
  });
  const stopProving = provesWhatChanged(store, prover);
  const lookAtTheClock = () => take({ from: 'clock', at: now() });
  const stopWatching = watchRingDeadline(store, now, lookAtTheClock);
  const stopWaiting = watchAvailabilityEnd(store, now, lookAtTheClock);

  function takeVoice(event: VoiceFact): void {
    if (event.kind === 'mediaProblem') log.warn('Voice: media', { callId: event.callId, code: event.problem.code });
    if (event.kind === 'microphone' && event.problem !== null)
      log.warn('Voice: microphone', { code: event.problem.code });
    if (event.kind === 'speaker' && event.problem !== null) log.warn('Voice: speaker', { code: event.problem.code });
    if (event.kind === 'headset') logHeadset(event);
    take({ from: 'voice', at: now(), event });
  }

  function logHeadset({ found, problem }: Extract<VoiceFact, { kind: 'headset' }>): void {
    if (problem !== null) log.warn('Voice: headset', { code: problem.code });
    else if (found.status === 'found') log.info('Voice: headset', { name: found.name, can: found.can.join(', ') });
  }

  function openConnection(relayUrl: string, token: string): void {
    relay?.close();
    take({ from: 'connection', at: now(), change: { kind: 'connecting' } });
    relay = connect(relayUrl, token, {
      network,
      identity,
      log,
      isIdle: () => getState().ring === null && getState().call === null,
      onMessage: (message) => take({ from: 'relay', at: now(), message }),
      onChange: (change) => take({ from: 'connection', at: now(), change }),
      onBeat: () => {
        take({ from: 'clock', at: now() });
        prover.beat();
      },
      since: () => history.newestEndedAt(),
      now,
    });
  }

  function closeConnection(comesBack = false): void {
    relay?.close(comesBack);
    relay = null;
    notePace.clear();
    outbox.clear();
  }

  /** One effect that fails (a full disk, a closed window) must not stop the others. */
  function perform(effect: Effect): void {
    try {
      performOne(effect);
    } catch (error) {
      log.error('Desk: effect failed', { kind: effect.kind, error: String(error) });
    }
  }

  function performOne(effect: Effect): void {
    switch (effect.kind) {
      case 'voice':
        voice.send(effect.command);
        break;
      case 'restartVoice':
        log.warn('Voice: does not answer, started again', { asked: effect.asked });
        restartVoice(effect.asked);
        break;
      case 'reconnect':
        relay?.reconnect();
        break;
      case 'prove':
        void prover.prove(true);
        break;
      case 'ask':
        void ask(effect.asked);
        break;
      case 'tell':
        if (effect.told.name === 'call.note') notePace.put(effect.told, now());
        else outbox.put(effect.told);
        break;
      case 'tellUntold':
        outbox.flush();
        break;
      case 'forget':
        notePace.flush();
        outbox.forget(effect.callId);
        break;
      case 'record':
        history.record(effect.record);
        break;
      case 'keepNote':
        keepNote(effect.note);
        break;
      case 'dropNote':
        notes.drop(effect.note);
        break;
      case 'settings':
        settings.update(effect.change);
        break;
      case 'leave':
        closeConnection();
        void session.forget();
        break;
    }
  }

  function readUnsent(): KeptNote[] {
    try {
      return notes.unsent();
    } catch (error) {
      log.error('Desk: unsent notes not read', { error: String(error) });
      return [];
    }
  }

  function keepNote(note: KeptNote): void {
    try {
      notes.keep(note);
    } catch (error) {
      log.error('Desk: note not kept', { callId: note.callId, error: String(error) });
      take({ from: 'keeper', at: now(), callId: note.callId, version: note.version });
    }
  }

  async function ask(asked: Asked): Promise<void> {
    const asking = relay;
    const reply = (await asking?.send(asked)) ?? null;
    // A desk that has left asks nobody any more, and who asks a new connection has been told the truth by its sync.
    if (asking === null || relay !== asking) return;
    if (reply !== null && !reply.ok) log.info('Desk: refused', { name: asked.name, code: reply.problem.code });
    take({ from: 'relay.reply', at: now(), outcome: { asked, reply } });
  }

  return {
    getView: () => selectView(getState()),
    subscribe: (listener) => store.subscribe((state) => listener(selectView(state))),
    onLevels(listener) {
      levelListeners.add(listener);
      return () => levelListeners.delete(listener);
    },
    async command(command) {
      if (command.kind === 'signIn') return session.signIn(command);
      if (command.kind === 'signOut') return session.signOut();
      const named =
        command.kind === 'dial' ? { ...command, callId: crypto.randomUUID(), dialId: crypto.randomUUID() } : command;
      take({ from: 'agent', at: now(), command: named });
    },
    listCalls: session.listCalls,
    customers: createCustomers(session),
    templates: createTemplates(session),
    start: session.restore,
    measureRelay: async () => (await relay?.measure()) ?? null,
    reconnect: () => relay?.reconnect(),
    setAwake(awake) {
      prover.setAwake(awake);
      if (awake) relay?.reconnect();
    },
    prove: prover.changed,
    async stop(comesBack = false) {
      const open = getState().voice.callId;
      notePace.flush();
      stopWatching();
      stopWaiting();
      stopAsking();
      stopProving();
      closeConnection(comesBack);
      voice.send({ kind: 'ringtone', on: false });
      voice.send({ kind: 'headset', call: null });
      if (open !== null) voice.send({ kind: 'close', callId: open });
      stopListening();
    },
  };
}
