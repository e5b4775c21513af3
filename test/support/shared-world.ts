import { afterAll, afterEach, beforeAll } from 'vitest';
import { Seats } from './seats.ts';
import { startWorld, type World, type WorldOptions } from './world.ts';

/** A world for the tests of a file, who sits in it during one of them, and no fault of Meta's that outlives the test which wanted it. */
export function sharedWorld(options?: WorldOptions): { world: World; seats: Seats; seat: Seats['take'] } {
  let started: World | null = null;
  const now = (): World => {
    if (started === null) throw new Error('there is a world only while tests run');
    return started;
  };
  const world: World = {
    get sandbox() {
      return now().sandbox;
    },
    get relay() {
      return now().relay;
    },
    get graphUrl() {
      return now().graphUrl;
    },
    forward: (ms) => now().forward(ms),
    end: () => now().end(),
  };
  const seats = new Seats(() => world.relay);
  beforeAll(async () => {
    started = await startWorld(options);
  });
  afterEach(async () => {
    seats.clear();
    await world.sandbox.clearGraphFaults();
  });
  afterAll(() => started?.end());
  return { world, seats, seat: seats.take };
}
