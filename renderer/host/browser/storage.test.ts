import { expect, test } from 'vitest';
import { z } from 'zod';
import { kept } from './storage.ts';

function memoryStorage(): Storage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    clear: () => values.clear(),
    getItem: (key) => values.get(key) ?? null,
    key: (index) => [...values.keys()][index] ?? null,
    removeItem: (key) => values.delete(key),
    setItem: (key, value) => values.set(key, value),
  };
}

test('a value comes back as it was kept', () => {
  const desk = kept('desk', z.object({ id: z.string() }), memoryStorage());
  expect(desk.get()).toBeNull();
  desk.set({ id: 'd1' });
  expect(desk.get()).toEqual({ id: 'd1' });
  desk.clear();
  expect(desk.get()).toBeNull();
});

test('what another version left there is as good as nothing', () => {
  const storage = memoryStorage();
  storage.setItem('ringdesk.desk', '{"id":7}');
  expect(kept('desk', z.object({ id: z.string() }), storage).get()).toBeNull();
  storage.setItem('ringdesk.desk', 'no json');
  expect(kept('desk', z.object({ id: z.string() }), storage).get()).toBeNull();
});
