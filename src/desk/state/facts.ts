import type { AvailabilityFact } from '../../contract/desk/availability.ts';
import type { IceSetup } from '../../contract/desk/ice.ts';
import type { PermissionAnswered } from '../../contract/desk/permission.ts';
import type { CallRecord, DeskSync, LiveCall, Ring, RingOver } from '../../contract/desk/socket.ts';
import type { Agent, Problem, Reply } from '../../contract/desk/words.ts';
import type { ProxyAsks } from '../../contract/window/network.ts';
import type { DeskCommand } from '../../contract/window/view.ts';
import type { VoiceEvent } from '../../contract/window/voice.ts';
import type { Transport } from '../../domain/network/transport.ts';
import type { Proved } from '../readiness/prover.ts';
import type { Asked, Told } from './effects.ts';

/** What the agent did, apart from signing in and out. */
export type AgentCommand =
  | Exclude<DeskCommand, { kind: 'signIn' | 'signOut' | 'dial' }>
  /** With the names that the new call is known by. */
  | (Extract<DeskCommand, { kind: 'dial' }> & { callId: string; dialId: string });

/** What the voice page said. Levels move too fast to be state; what it can prove belongs to a proof that also the relay has heard. */
export type VoiceFact = Exclude<VoiceEvent, { kind: 'levels' | 'proved' | 'networkChanged' }>;

export type RelayMessage =
  | { name: 'sync'; body: DeskSync }
  | { name: 'ring'; body: Ring }
  | { name: 'ring.over'; body: RingOver }
  | { name: 'call'; body: LiveCall }
  | { name: 'call.over'; body: CallRecord }
  | { name: 'availability'; body: AvailabilityFact }
  | { name: 'ice'; body: IceSetup }
  | { name: 'customer.changed'; body: { customerId: string } }
  | { name: 'templates.changed'; body: Record<string, never> }
  | { name: 'customers.changed'; body: { waiting: number } }
  | { name: 'permission.answered'; body: PermissionAnswered }
  | { name: 'signed.out'; body: Problem };

/** What became of a command; `null` when the relay gave no answer in time. */
export type AskOutcome = { asked: Asked; reply: Reply | null };

/** Everything that can happen to a desk. `at` is this computer's clock. */
export type Fact =
  | { from: 'agent'; at: number; command: AgentCommand }
  | { from: 'relay'; at: number; message: RelayMessage }
  | { from: 'relay.reply'; at: number; outcome: AskOutcome }
  | { from: 'relay.told'; at: number; told: Told; reply: Reply }
  | { from: 'connection'; at: number; change: ConnectionChange }
  | { from: 'network'; at: number; proxyAsks: ProxyAsks | null }
  | { from: 'session'; at: number; change: SessionChange }
  | { from: 'voice'; at: number; event: VoiceFact }
  | { from: 'readiness'; at: number; proved: Proved }
  /** A note could not be kept on this computer. */
  | { from: 'keeper'; at: number; callId: string; version: number }
  | { from: 'clock'; at: number };

export type ConnectionChange =
  | { kind: 'connecting' }
  /** It stands, and the relay can be asked. */
  | { kind: 'opened'; transport: Transport }
  | { kind: 'lost'; problem: Problem }
  /** Another desk of the same identity has our place. */
  | { kind: 'putOut' }
  /** The relay does not take our token any more. */
  | { kind: 'refused' };

export type SessionChange =
  | { kind: 'signingIn'; relayUrl: string }
  | { kind: 'restored'; relayUrl: string }
  | { kind: 'signedIn'; agent: Agent }
  | { kind: 'signedOut'; problem: Problem | null }
  | { kind: 'problem'; problem: Problem };
