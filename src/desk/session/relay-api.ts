import {
  type CallsPage,
  callsPageSchema,
  type Session,
  type SignIn,
  sessionSchema,
} from '../../contract/api/session.ts';
import type { HistoryQuery } from '../../contract/window/bridge.ts';
import type { NetworkPort } from '../ports.ts';
import { type Answer, createRelayRequests, queryOf } from './relay-requests.ts';

/** The relay's HTTP API, as far as a desk needs it. Failures are values with a sentence, never exceptions. */
export function createRelayApi(relayUrl: string, network: Pick<NetworkPort, 'fetch'>) {
  const { request, reach } = createRelayRequests(relayUrl, network);
  return {
    signIn(body: SignIn): Promise<Answer<Session>> {
      return request(sessionSchema, { method: 'POST', path: '/api/session', body });
    },
    /** @returns whether the relay has dropped the token */
    async signOut(token: string): Promise<boolean> {
      const { response } = await reach({ method: 'DELETE', path: '/api/session', token });
      return response?.ok ?? false;
    },
    listCalls(token: string, query: HistoryQuery): Promise<Answer<CallsPage>> {
      return request(callsPageSchema, { method: 'GET', path: `/api/calls?${queryOf(query)}`, token });
    },
  };
}
