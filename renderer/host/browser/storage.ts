import type { z } from 'zod';

/** One value in local storage, checked when it is read: people and other versions of this page write there too. */
export type Kept<T> = { get(): T | null; set(value: T): void; clear(): void };

export function kept<T>(key: string, schema: z.ZodType<T>, storage: Storage): Kept<T> {
  const name = `ringdesk.${key}`;
  return {
    get: () => {
      const text = storage.getItem(name);
      if (text === null) return null;
      try {
        return schema.parse(JSON.parse(text));
      } catch {
        return null;
      }
    },
    set: (value) => storage.setItem(name, JSON.stringify(value)),
    clear: () => storage.removeItem(name),
  };
}
