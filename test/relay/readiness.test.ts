import { expect, it } from 'vitest';
import type { SandboxCall } from '../../src/sandbox/client.ts';
import { sharedWorld } from '../support/shared-world.ts';
import { soundProof, TestDesk } from '../support/test-desk.ts';

const { world, seats, seat } = sharedWorld();
let count = 0;

async function customerCalls(): Promise<SandboxCall> {
  const { id } = await world.sandbox.addCustomer({ name: 'Ada', phone: `4930${2000000 + ++count}`, media: 'none' });
  return world.sandbox.placeCall({ customerId: id });
}

it('passes over a desk that would not be heard, and rings it again when it proves the contrary', async () => {
  const sari = await seat('Sari', { proof: { ...soundProof, microphone: 'silent' } });
  const dewi = await seat('Dewi');
  // Sari has been free the longest, and would be first.
  const first = await customerCalls();
  await dewi.next('ring');
  await dewi.ask('proof', { ...soundProof, awake: false });
  await first.hangUp();
  await dewi.next('ring.over');

  expect(await sari.ask('proof', soundProof)).toMatchObject({ ok: true });
  const second = await customerCalls();
  await sari.next('ring');
  await second.hangUp();
});

it('rings nobody where no desk is ready, and says so in the record of the call', async () => {
  await seat('Sari', { proof: { ...soundProof, output: false } });
  const call = await customerCalls();
  const ended = await call.waitFor('ended');
  expect(ended.endedBy).toBe('business');
});

it('waits a moment for a desk that has just come', async () => {
  const sari = await seat('Sari', { proof: null });
  await customerCalls();
  expect(await sari.ask('proof', soundProof)).toMatchObject({ ok: true });
  await sari.next('ring');
});

it('refuses a proof that makes no sense', async () => {
  const sari = await seat('Sari');
  const nonsense = { ...soundProof, microphone: 'broken' as never };
  expect(await sari.ask('proof', nonsense)).toMatchObject({ ok: false, problem: { code: expect.any(String) } });
});

it('passes the seat on to the desk that waits when the one that had it does not come back', async () => {
  const email = await world.relay.addAgent(`Nour.${++count}`);
  const first = await TestDesk.open(world.relay.url, email);
  const second = await TestDesk.open(world.relay.url, email);
  for (const desk of [first, second]) seats.keep(desk);
  first.socket.io.reconnection(false);
  first.socket.io.engine.close();
  await second.next('sync', ({ seat: own }) => own.status === 'held', 30_000);
  await customerCalls();
  await second.next('ring');
}, 60_000);
