/** The floor: Fastify → one durable SQLite insert → one Socket.IO hop, with nothing else. Prints its address. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import Fastify from 'fastify';
import { Server, type Socket } from 'socket.io';
import { z } from 'zod';
import { benchSecret } from './meta-webhooks.ts';

const dataDir = z.string().parse(process.argv[2]);
const database = new Database(join(dataDir, 'bare.sqlite'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('create table delivery (id integer primary key, body text not null)');
const insert = database.prepare('insert into delivery (body) values (?)');

const app = Fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
const io = new Server(app.server, { perMessageDeflate: false, serveClient: false });
const seats: Socket[] = [];
io.of('/desk').on('connection', (socket) => seats.push(socket));

let turn = 0;
app.post('/webhooks/whatsapp', async (request, reply) => {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const given = Buffer.from(String(request.headers['x-hub-signature-256']).slice(7), 'hex');
  if (!timingSafeEqual(createHmac('sha256', benchSecret).update(body).digest(), given)) return reply.status(401).send();
  const text = body.toString();
  const json = JSON.parse(text);
  insert.run(text);
  const call = json.entry[0].changes[0].value.calls[0];
  if (call.event === 'connect') {
    seats[turn++ % seats.length]?.emit('ring', { customer: { phone: `+${call.from}` }, offer: call.session.sdp });
  }
  return reply.send({ success: true });
});
app.get('/metrics', async () => `process_resident_memory_bytes ${process.memoryUsage().rss}\n`);
process.stdout.write(`${JSON.stringify({ url: await app.listen({ host: '127.0.0.1', port: 0 }) })}\n`);
