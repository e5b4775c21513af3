import type { ManagerOptions } from 'socket.io-client';
import type { IceSetup } from '../contract/desk/ice.ts';
import type { CallRecord } from '../contract/desk/socket.ts';
import type { ProxyAsks, RelayWay } from '../contract/window/network.ts';
import type { ChosenDevice, VoicePort } from '../contract/window/voice.ts';
import type { CallNote } from '../domain/calls/call-note.ts';
import type { Transport } from '../domain/network/transport.ts';
import type { AvailabilityChoice } from '../domain/people/availability.ts';

/** What the desk needs from the place it runs in. Electron's main process and a browser page each bring their own. */
export type DeskPorts = {
  voice: VoicePort;
  /**
   * Starts the page anew that has the sound and does not answer. Where the desk lives in that very page, whoever sits there loses
   * what else it shows: there it is done only when they have `asked`.
   */
  restartVoice(asked: boolean): void;
  tokens: TokenStore;
  settings: SettingsStore;
  history: HistorySink;
  notes: NoteKeeper;
  network: NetworkPort;
  identity: DeskIdentity;
  log: Log;
  /** This computer's clock, in milliseconds since the epoch. */
  now: () => number;
};

export type Transports = NonNullable<ManagerOptions['transports']>;

/** How the relay is reached. A browser sees to proxies and certificates itself; Electron's main process has to. */
export type NetworkPort = {
  fetch(address: string, init: RequestInit): Promise<Response>;
  /** What Socket.IO is to try, in this order. */
  transports(order: readonly Transport[]): Transports;
  /** What the last connection to this address went through. */
  wayTo(address: string): Promise<RelayWay>;
  /** Told what a proxy wants, null when that is settled. @returns stops listening */
  onProxyAsks(listener: (asks: ProxyAsks | null) => void): () => void;
};

/** A network that somebody else sees to, as a browser does for its pages. */
export const plainNetwork: NetworkPort = {
  fetch: (address, init) => fetch(address, init),
  transports: (order) => [...order],
  wayTo: async () => ({ by: 'browser', proxy: null, issuer: null }),
  onProxyAsks: () => () => {},
};

/** One installation (or browser profile) for life, and what a person would call it. */
export type DeskIdentity = { deskId: string; deskName: string };

/** Where the sign-in survives a restart: safeStorage in Electron, local storage in a browser. */
export type TokenStore = {
  load(): Promise<{ relayUrl: string; token: string } | null>;
  save(saved: { relayUrl: string; token: string }): Promise<void>;
  clear(): Promise<void>;
};

export type DeskSettings = {
  /** The relay's address, without a trailing slash. */
  relayUrl: string;
  microphone: ChosenDevice;
  speaker: ChosenDevice;
  /** Where it rings, and how loudly (0..1). */
  ringtoneDevice: ChosenDevice;
  ringtoneVolume: number;
  /** What the agent said and the relay has not heard yet; what it has heard, it knows. */
  untoldAvailability: AvailabilityChoice | null;
  /** IT's own servers for the sound, in place of those that the relay names. Holds secrets. */
  ice?: IceSetup | null;
};

/** Loud enough to be heard from the next desk, with room above. */
export const usualRingtoneVolume = 0.7;

export type SettingsStore = {
  get(): DeskSettings;
  update(change: Partial<DeskSettings>): void;
};

export type HistorySink = {
  /** Keeps a finished call; the same call again replaces itself. */
  record(call: CallRecord): void;
  /** When the newest call that is kept ended (relay clock, ms); 0 with none. */
  newestEndedAt(): number;
};

/** What an agent wrote about a call and the relay has not acknowledged yet. */
export type KeptNote = CallNote & { callId: string; agentId: string };

/** Keeps unsent notes over a crash and a restart. A desk may be used by several agents; each one's notes wait for them. */
export type NoteKeeper = {
  unsent(): KeptNote[];
  /** Replaces what is there of the same call and agent. Done when it returns. @throws when it cannot be kept */
  keep(note: KeptNote): void;
  /** The relay has it, up to this version. */
  drop(note: Pick<KeptNote, 'callId' | 'agentId' | 'version'>): void;
};

/** Lines start with their subject and carry ids; never numbers, tokens or SDP. */
export type Log = {
  info(line: string, facts?: Record<string, unknown>): void;
  warn(line: string, facts?: Record<string, unknown>): void;
  error(line: string, facts?: Record<string, unknown>): void;
};
