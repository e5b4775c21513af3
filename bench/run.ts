/** `npm run bench`: measures the budgets side by side with a bare floor in the same run, and writes bench/RESULTS.md. */
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../scripts/build.ts';
import { answerToHeard } from './answer-to-heard.ts';
import { ringEnd } from './ring-end.ts';
import { residentMegabytes, startServer } from './servers.ts';
import { soak } from './soak.ts';
import { ms, row, type Summary } from './stats.ts';
import { connectDesks, load } from './webhook-load.ts';

const seats = 1000;
const file = fileURLToPath(new URL('RESULTS.md', import.meta.url));

buildIfStale();
const bare = await measureServer('bare-server.ts');
const relay = await measureServer('relay-server.ts', String(seats));
const answer = await answerToHeard(20);
const ended = await ringEnd(20);
const soaked = await soak(200, 20);

const times = (ours: number, floor: number) => `${(ours / floor).toFixed(2)}×`;
const table = (rows: [string, Summary][]) =>
  [
    '| | n | p50 | p95 | p99 | max |',
    '|---|---|---|---|---|---|',
    ...rows.map(([name, one]) => `| ${name} | ${row(one)} |`),
  ].join('\n');

const text = `# Measurements

Made by \`npm run bench\` on ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 1024 ** 3)} GiB, ${process.platform},
Node ${process.versions.node}. Load, server and floor share the machine and take turns, so compare within a table, not between runs.

## Webhook → \`ring\` at the desk's socket, 100 calls/s, ${seats} seats

Budget: p50 < 2 ms, p99 < 10 ms, at most 2× the floor. The floor is Fastify → one durable SQLite insert → one Socket.IO hop. Each call is also ended
by a second webhook, so the servers take 200 webhooks a second.

${table([
  ['relay', relay.ring],
  ['floor', bare.ring],
])}

Relay to floor: p50 ${times(relay.ring.p50, bare.ring.p50)}, p99 ${times(relay.ring.p99, bare.ring.p99)}. Calls that did not ring: relay ${relay.lost}, floor ${bare.lost}.

## Webhook answered 200, durable, 300 events/s

Budget: p99 < 20 ms.

${table([
  ['relay', relay.durable],
  ['floor', bare.durable],
])}

## Answer clicked → customer hears, loopback

Budget: at most 1.3× the floor. The floor is a page with one bare RTCPeerConnection that does the same exchange with the same sandbox.

${table([
  ['Ringdesk', answer.ringdesk],
  ['floor', answer.bare],
])}

Ringdesk to floor: p50 ${times(answer.ringdesk.p50, answer.bare.p50)}.

## A ring is over → card, notice and ringtone end

Budget: 300 ms. From the moment at which another desk of the same relay hears it, in the desktop app (on the Electron stand-in).

${table([
  ['the caller gave up: card', ended.gaveUp.card],
  ['notice', ended.gaveUp.notice],
  ['ringtone', ended.gaveUp.sound],
  ['a colleague answered: card', ended.answered.card],
  ['notice', ended.answered.notice],
  ['ringtone', ended.answered.sound],
])}

## Memory with ${seats} idle seats

Budget: < 250 MB. Relay ${relay.megabytes.toFixed(0)} MB, floor ${bare.megabytes.toFixed(0)} MB.

## 200 calls in a row at one desk

The desktop app (on the Electron stand-in) takes one call after the other. Heaps after a collection, MB; they are to stay flat, and nothing is to stay open.

| calls | main process | voice page | softphone page | open peer connections | open microphones |
|---|---|---|---|---|---|
${soaked.map(({ calls, main, voice, softphone, openPeers, openMicrophones }) => `| ${calls} | ${main.toFixed(1)} | ${voice.toFixed(2)} | ${softphone.toFixed(2)} | ${openPeers} | ${openMicrophones} |`).join('\n')}
`;
writeFileSync(file, text);
process.stdout.write(`${text}\nwritten to ${file}\n`);
process.stdout.write(`ring p50 ${ms(relay.ring.p50)}, p99 ${ms(relay.ring.p99)}\n`);
process.exit(0);

async function measureServer(name: string, ...args: string[]) {
  const server = await startServer(name, ...args);
  try {
    const desks = await connectDesks(server, seats);
    const megabytes = await residentMegabytes(server);
    await load(server, desks, 100, 3, 0);
    const ring = await load(server, desks, 100, 20, 100_000);
    const durable = await load(server, desks, 150, 20, 200_000);
    for (const desk of desks) desk.disconnect();
    return { ring: ring.toRing, lost: ring.lost, durable: durable.durable, megabytes };
  } finally {
    server.stop();
  }
}
