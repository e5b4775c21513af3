/**
 * Nasty deliveries (Meta calling reference §13.5). Each is asked for, waits for the change that it fits, and is then
 * used up. `shape` is pure: it turns one change into the posts that go out now and the changes that are held back.
 */
import { z } from 'zod';
import type { Change } from './change.ts';

export const mischiefSchema = z.discriminatedUnion('kind', [
  /** The next delivery goes out twice. */
  z.object({ kind: z.literal('duplicate') }),
  /** The next connect is held back until its terminate has gone out. */
  z.object({ kind: z.literal('terminateBeforeConnect') }),
  /** The next RINGING is held back until the status after it has gone out. */
  z.object({ kind: z.literal('statusesOutOfOrder') }),
  /** The next changes share one post. */
  z.object({ kind: z.literal('batch'), size: z.number().int().min(2).max(1000) }),
  /** The next connect says that it happened this long ago. */
  z.object({ kind: z.literal('staleConnect'), seconds: z.number().int().min(1).default(120) }),
  /** The answer to the next delivery is lost: it counts as timed out and is retried. */
  z.object({ kind: z.literal('answerLost') }),
  /** The first attempt of the next delivery is signed with another secret; the retry is right. */
  z.object({ kind: z.literal('badSignature') }),
]);
export type Mischief = z.infer<typeof mischiefSchema>;

export type Post = { readonly changes: readonly Change[]; readonly answerLost?: true; readonly badSignature?: true };

/** `held` waits for `until`; a batch waits until it is full. */
export type Plot = {
  readonly waiting: readonly Mischief[];
  readonly held: readonly { readonly change: Change; readonly until: 'terminate' | 'status' }[];
  readonly batch: { readonly size: number; readonly changes: readonly Change[] } | undefined;
};

export const innocent: Plot = { waiting: [], held: [], batch: undefined };

const without = (plot: Plot, used: Mischief): Plot => ({
  ...plot,
  waiting: plot.waiting.filter((one) => one !== used),
});

const backdated = (change: Change, seconds: number): Change => {
  const value = z
    .object({ calls: z.array(z.looseObject({ timestamp: z.string() })) })
    .loose()
    .safeParse(change.value);
  if (!value.success) return change;
  const calls = value.data.calls.map((call) => ({ ...call, timestamp: String(Number(call.timestamp) - seconds) }));
  return { ...change, value: { ...value.data, calls } };
};

const fits = (mischief: Mischief, { about }: Change): boolean => {
  switch (mischief.kind) {
    case 'terminateBeforeConnect':
    case 'staleConnect':
      return about.kind === 'connect';
    case 'statusesOutOfOrder':
      return about.kind === 'status' && about.word === 'RINGING';
    case 'duplicate':
    case 'batch':
    case 'answerLost':
    case 'badSignature':
      return true;
  }
};

function released(plot: Plot, change: Change): { plot: Plot; posts: Post[] } {
  const free = plot.held.filter((held) => held.change.about.id === change.about.id && held.until === change.about.kind);
  return {
    plot: { ...plot, held: plot.held.filter((held) => !free.includes(held)) },
    posts: [{ changes: [change] }, ...free.map((held) => ({ changes: [held.change] }))],
  };
}

export function shape(plot: Plot, change: Change): { plot: Plot; posts: readonly Post[] } {
  if (plot.batch !== undefined) {
    const changes = [...plot.batch.changes, change];
    if (changes.length < plot.batch.size) return { plot: { ...plot, batch: { ...plot.batch, changes } }, posts: [] };
    return { plot: { ...plot, batch: undefined }, posts: [{ changes }] };
  }
  const mischief = plot.waiting.find((one) => fits(one, change));
  if (mischief === undefined) return released(plot, change);
  const rest = without(plot, mischief);
  switch (mischief.kind) {
    case 'terminateBeforeConnect':
      return { plot: { ...rest, held: [...rest.held, { change, until: 'terminate' }] }, posts: [] };
    case 'statusesOutOfOrder':
      return { plot: { ...rest, held: [...rest.held, { change, until: 'status' }] }, posts: [] };
    case 'batch':
      return { plot: { ...rest, batch: { size: mischief.size, changes: [change] } }, posts: [] };
    case 'staleConnect':
      return shape(rest, backdated(change, mischief.seconds));
    case 'duplicate': {
      const done = released(rest, change);
      return { plot: done.plot, posts: done.posts.flatMap((post) => [post, post]) };
    }
    case 'answerLost':
    case 'badSignature': {
      const done = released(rest, change);
      const [first, ...others] = done.posts;
      const spoilt: Post = { changes: [], ...first, [mischief.kind]: true };
      return { plot: done.plot, posts: [spoilt, ...others] };
    }
  }
}
