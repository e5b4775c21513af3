import { z } from 'zod';
import type { TokenStore } from '../../../src/desk/ports.ts';
import { SealedStore, type SealedStoreDeps } from './sealed-store.ts';

const savedSchema = z.object({ relayUrl: z.string(), token: z.string() });

/** Keeps the sign-in through a restart. */
export class SealedTokenStore extends SealedStore<z.infer<typeof savedSchema>> implements TokenStore {
  constructor(file: string, deps: SealedStoreDeps) {
    super(file, 'sign-in', savedSchema, deps);
  }
}
