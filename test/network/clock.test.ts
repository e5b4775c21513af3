import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aRing } from '../../src/desk/testing/samples.ts';
import { createSmallDesk, type SmallDesk } from '../desk/small-desk.ts';
import { createSmallRelay, type SmallRelay } from '../desk/small-relay.ts';

const hour = 3_600_000;
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 10 });

let relay: SmallRelay;
let small: SmallDesk;

beforeEach(async () => {
  relay = await createSmallRelay(200);
});
afterEach(async () => {
  await small.desk.stop();
  await relay.goAway();
});

async function signIn(ahead: number): Promise<void> {
  small = createSmallDesk(relay.url(), null, [], { ahead });
  await small.desk.command({ kind: 'signIn', email: 'budi@example.com', password: 'right' });
  await eventually(() => expect(small.view().readiness.status).toBe('ready'));
}

test.each([-hour, 7 * hour])(
  'a clock that is off by %s ms is noticed, and a ring counts down as long as it rings',
  async (ahead) => {
    await signIn(ahead);
    expect(small.view().network.clockAheadMs).toBeGreaterThan(ahead - 5_000);
    expect(small.view().network.clockAheadMs).toBeLessThan(ahead + 5_000);
    relay.say('ring', aRing('wacid.1', { now: Date.now(), from: Date.now(), until: Date.now() + 25_000 }));
    await eventually(() => expect(small.view().ring).not.toBeNull());
    const left = (small.view().ring?.until ?? 0) - (Date.now() + ahead);
    expect(left).toBeGreaterThan(15_000);
    expect(left).toBeLessThanOrEqual(25_000);
  },
);

test('a clock that is right is not spoken of', async () => {
  await signIn(0);
  expect(small.view().network.clockAheadMs).toBeNull();
});

test('a clock that is set back in the middle of the day does not end the proofs', async () => {
  await signIn(0);
  small.setClock(-hour);
  await eventually(() => expect(small.view().network.clockAheadMs).toBeLessThan(-hour + 5_000));
});
