import type { Server as HttpServer } from 'node:http';
import { type Namespace, Server, type Socket } from 'socket.io';
import {
  type DeskAuth,
  type DeskToRelay,
  deskAuthSchema,
  deskNamespace,
  type RelayToDesk,
} from '../../contract/desk/socket.ts';
import type { AgentRow } from '../people/agents.ts';

/** What is known of a connection since its handshake. */
export type DeskData = {
  agent: AgentRow;
  auth: DeskAuth;
  tokenHash: string;
  movedAt: number | null;
  signedOut: boolean;
};

export type DeskSocket = Socket<DeskToRelay, RelayToDesk, Record<string, never>, DeskData>;
export type DeskNamespace = Namespace<DeskToRelay, RelayToDesk, Record<string, never>, DeskData>;

/** A desk that falls silent is noticed after `pingInterval + pingTimeout`. */
const heartbeat = { pingInterval: 10_000, pingTimeout: 8_000 };

/** Opens the desk socket on a server and lets in whoever has a valid token. */
export function openDeskServer(
  http: HttpServer,
  authenticate: (token: string) => Promise<{ agent: AgentRow; tokenHash: string } | null>,
): { io: Server; desks: DeskNamespace } {
  const io = new Server(http, {
    ...heartbeat,
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: 128 * 1024,
    // A page of another origin cannot know the token, which is not a cookie.
    cors: { origin: false },
  });
  const desks: DeskNamespace = io.of(deskNamespace);
  desks.use((socket, next) => {
    const auth = deskAuthSchema.safeParse(socket.handshake.auth);
    if (!auth.success) return next(new Error('auth'));
    authenticate(auth.data.token).then(
      (known) => {
        if (known === null) return next(new Error('token'));
        socket.data = { ...known, auth: auth.data, movedAt: null, signedOut: false };
        next();
      },
      () => next(new Error('unavailable')),
    );
  });
  return { io, desks };
}
