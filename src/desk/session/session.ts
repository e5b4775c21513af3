import { type CallsPage, signInSchema } from '../../contract/api/session.ts';
import type { Problem } from '../../contract/desk/words.ts';
import type { HistoryQuery } from '../../contract/window/bridge.ts';
import type { DeskCommand } from '../../contract/window/view.ts';
import type { DeskPorts } from '../ports.ts';
import { problem } from '../sentences.ts';
import type { SessionChange } from '../state/facts.ts';
import type { DeskState } from '../state/state.ts';
import { Refused } from './refused.ts';
import { readRelayAddress } from './relay-address.ts';
import { createRelayApi } from './relay-api.ts';
import { type Answer, createRelayRequests, type RelayRequests } from './relay-requests.ts';

type SessionPorts = Pick<DeskPorts, 'tokens' | 'settings' | 'network' | 'log'> & {
  getState(): DeskState;
  change(change: SessionChange): void;
  connect(relayUrl: string, token: string): void;
};

type SignIn = Extract<DeskCommand, { kind: 'signIn' }>;

/** Signing in, out, and the sign-in that survives a restart. */
export function createSession(ports: SessionPorts) {
  let open: { relayUrl: string; token: string } | null = null;

  async function restore(): Promise<void> {
    const saved = await loadToken();
    if (saved === 'unreadable') return refuse(problem('session.unreadable'));
    if (saved === null) return ports.change({ kind: 'signedOut', problem: null });
    open = saved;
    ports.change({ kind: 'restored', relayUrl: saved.relayUrl });
    ports.connect(saved.relayUrl, saved.token);
  }

  async function loadToken() {
    try {
      return await ports.tokens.load();
    } catch {
      ports.log.warn('Session: saved sign-in unreadable', { code: 'session.unreadable' });
      return 'unreadable';
    }
  }

  async function signIn(command: SignIn): Promise<void> {
    const status = ports.getState().session.status;
    if (status === 'signedIn' || status === 'signingIn') return;
    // The one that the person sees: tried last, not only the one that once let them in.
    const relayUrl = readRelayAddress(command.relayUrl ?? ports.getState().relayUrl);
    if (relayUrl === null) return refuse(problem('relay.address'));
    const credentials = signInSchema.safeParse({ email: command.email.trim(), password: command.password });
    if (!credentials.success) return refuse(problem('session.incomplete'));
    ports.change({ kind: 'signingIn', relayUrl });
    const answer = await createRelayApi(relayUrl, ports.network).signIn(credentials.data);
    if (!answer.ok) return refuse(answer.problem);
    open = { relayUrl, token: answer.value.token };
    ports.settings.update({ relayUrl });
    ports.change({ kind: 'signedIn', agent: answer.value.agent });
    ports.connect(relayUrl, answer.value.token);
    await saveToken(open);
  }

  async function saveToken(saved: { relayUrl: string; token: string }): Promise<void> {
    try {
      await ports.tokens.save(saved);
    } catch {
      ports.log.warn('Session: sign-in not saved', { code: 'session.unsaved' });
      ports.change({ kind: 'problem', problem: problem('session.unsaved') });
    }
  }

  function refuse(why: Problem): void {
    ports.change({ kind: 'signedOut', problem: why });
  }

  async function signOut(): Promise<void> {
    const { call, ring, session } = ports.getState();
    if (session.status === 'signedOut' || session.status === 'signingIn') return;
    if (call !== null || ring?.stage === 'claiming')
      return ports.change({ kind: 'problem', problem: problem('session.inCall') });
    const was = open;
    ports.change({ kind: 'signedOut', problem: null });
    if (was !== null && !(await createRelayApi(was.relayUrl, ports.network).signOut(was.token))) {
      ports.log.warn('Session: the server could not be told of the sign-out', { code: 'session.undropped' });
    }
  }

  async function listCalls(query: HistoryQuery): Promise<CallsPage> {
    if (open === null) throw new Error(problem('session.none').sentence);
    const answer = await createRelayApi(open.relayUrl, ports.network).listCalls(open.token, query);
    if (!answer.ok) throw new Error(answer.problem.sentence);
    return answer.value;
  }

  /** Asks the relay something as who is signed in. Rejects with a sentence. */
  async function askRelay<Value>(
    ask: (requests: RelayRequests, token: string) => Promise<Answer<Value>>,
  ): Promise<Value> {
    if (open === null) throw new Refused(problem('session.none'));
    const answer = await ask(createRelayRequests(open.relayUrl, ports.network), open.token);
    if (!answer.ok) throw new Refused(answer.problem);
    return answer.value;
  }

  /** The token is worth nothing any more. */
  async function forget(): Promise<void> {
    open = null;
    try {
      await ports.tokens.clear();
    } catch {
      ports.log.warn('Session: saved sign-in not cleared', { code: 'session.uncleared' });
    }
  }

  return { restore, signIn, signOut, listCalls, askRelay, forget };
}
