import { expect, test } from 'vitest';
import { call, readyView } from '../testing/samples.ts';
import { KeepAwake } from './keep-awake.ts';

test('the computer stays awake for as long as a call lives, and no longer', () => {
  const blockers = new Set<number>();
  let last = 0;
  const awake = new KeepAwake({
    start: () => {
      last += 1;
      blockers.add(last);
      return last;
    },
    stop: (id) => blockers.delete(id),
  });
  const onCall = { ...readyView, call };
  awake.render(readyView);
  expect(blockers.size).toBe(0);
  awake.render(onCall);
  awake.render(onCall);
  expect(blockers.size).toBe(1);
  awake.render(readyView);
  awake.render(readyView);
  expect(blockers.size).toBe(0);
});
