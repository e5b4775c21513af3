import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SENTINEL } from '@electron/fuses/dist/constants.js';

/** As many fuses as Electron 45 has, all as they leave its factory: unset fuses cannot be blown. */
const fuseCount = 9;

/**
 * A folder with the shape of an unpacked Electron and nothing in it: packing runs its whole way (archive, natives outside, fuses, names),
 * and what comes out says that it cannot start. For machines that cannot download Electron; never shipped.
 */
export function makeHollowElectron(folder: string, version: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  writeFileSync(join(folder, 'version'), version);
  const refusal = 'This Ringdesk was packed without Electron, to check the packing alone; it cannot start.';
  const fuses = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, fuseCount]), Buffer.alloc(fuseCount, '0')]);
  const script = `#!/bin/sh\necho '${refusal}' >&2\nexit 1\n# fuses: `;
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from(script), fuses, Buffer.from('\n')]));
  chmodSync(join(folder, 'electron'), 0o755);
}
