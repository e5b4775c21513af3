import type { CallRecord } from '../../src/contract/desk/socket.ts';
import type { VoiceCommand, VoiceEvent } from '../../src/contract/window/voice.ts';
import { createDesk } from '../../src/desk/desk.ts';
import { type DeskSettings, type KeptNote, type NetworkPort, plainNetwork } from '../../src/desk/ports.ts';
import type { MicrophoneProof } from '../../src/domain/readiness/readiness.ts';

/** A desk with everything in memory and a voice page that prepares at once, within the very command. */
export function createSmallDesk(
  relayUrl: string,
  saved: { relayUrl: string; token: string } | null = null,
  unsentBefore: readonly KeptNote[] = [],
  /** How the relay is reached, and how far this computer's clock is ahead, ms. */
  { network = plainNetwork, ahead = 0 }: { network?: NetworkPort; ahead?: number } = {},
) {
  let clock = ahead;
  const now = () => Date.now() + clock;
  const commands: VoiceCommand[] = [];
  const proofs: Extract<VoiceCommand, { kind: 'prove' }>[] = [];
  let answer: {
    microphone: MicrophoneProof;
    output: boolean;
    /** Says nothing at all. */
    silent: boolean;
    /** Does not open the microphone, because a ring is there. */
    held: boolean;
  } = {
    microphone: 'ok',
    output: true,
    silent: false,
    held: false,
  };
  const restarts: { asked: boolean }[] = [];
  const logged: string[] = [];
  const records: CallRecord[] = [];
  const unsent = new Map<string, KeptNote>(unsentBefore.map((note) => [note.callId, note]));
  const listeners = new Set<(event: VoiceEvent) => void>();
  let settings: DeskSettings = {
    relayUrl,
    microphone: null,
    speaker: null,
    ringtoneDevice: null,
    ringtoneVolume: 0.7,
    untoldAvailability: null,
  };
  let kept = saved;
  const say = (event: VoiceEvent) => {
    for (const listener of listeners) listener(event);
  };
  const log = (line: string, facts?: Record<string, unknown>) => {
    logged.push(`${line} ${JSON.stringify(facts ?? {})}`);
  };
  const desk = createDesk({
    now,
    network,
    identity: { deskId: 'desk-0001', deskName: 'Test desk' },
    log: { info: log, warn: log, error: log },
    tokens: {
      load: async () => kept,
      save: async (next) => {
        kept = next;
      },
      clear: async () => {
        kept = null;
      },
    },
    settings: {
      get: () => settings,
      update: (change) => {
        settings = { ...settings, ...change };
      },
    },
    history: {
      record: (record) => records.push(record),
      newestEndedAt: () => records.reduce((newest, { endedAt }) => Math.max(newest, endedAt), 0),
    },
    notes: {
      unsent: () => [...unsent.values()],
      keep: (note) => void unsent.set(note.callId, note),
      drop: ({ callId, version }) => {
        if ((unsent.get(callId)?.version ?? 0) <= version) unsent.delete(callId);
      },
    },
    restartVoice: (asked) => restarts.push({ asked }),
    voice: {
      send(command) {
        if (command.kind === 'prove') {
          proofs.push(command);
          const { microphone, output, silent, held } = answer;
          const heardAt = command.listen && !held ? Date.now() : null;
          if (!silent) say({ kind: 'proved', id: command.id, microphone, output, heardAt });
          return;
        }
        commands.push(command);
        if (command.kind === 'prepare')
          say({ kind: 'prepared', callId: command.callId, sdp: `answer to ${command.offer}` });
      },
      listen(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
  return {
    desk,
    say,
    logged,
    records,
    unsent: () => [...unsent.values()],
    view: desk.getView,
    settings: () => settings,
    savedToken: () => kept,
    /** Somebody sets this computer's clock: how far it is ahead from now on, ms. */
    setClock: (next: number) => {
      clock = next;
    },
    /** How often the voice page was to be started again, and whether the agent had asked for it. */
    restarts,
    /** How often the voice was asked to prove itself, and whether it was to listen. */
    listened: () => proofs.map(({ listen }) => listen),
    /** What the voice finds from now on. */
    finds: (next: Partial<typeof answer>) => {
      answer = { ...answer, ...next };
    },
    voiceDid: () =>
      commands.map((command) => ('callId' in command ? `${command.kind} ${command.callId}` : command.kind)),
  };
}
export type SmallDesk = ReturnType<typeof createSmallDesk>;
