import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { build, type Configuration } from 'electron-builder';
import { findElectronDist } from './pack/electron-dist.ts';
import { explainFailure } from './pack/explain.ts';
import { makeHollowElectron } from './pack/hollow-electron.ts';

/** `npm run pack`: the unpacked app for this computer. `npm run dist`: its installers. Both after `npm run build`. */
const project = resolve(import.meta.dirname, '..');
const unpackedOnly = process.argv.includes('--dir');
const { version } = createRequire(import.meta.url)('electron/package.json');

async function main(): Promise<number> {
  const found = findElectronDist(project, process.env);
  const hollow = join(project, 'release/.hollow-electron');
  if (found.status === 'missing') {
    if (!unpackedOnly || process.platform !== 'linux') {
      console.error(`Nothing was packed: ${found.sentence}`);
      return 1;
    }
    makeHollowElectron(hollow, version);
  }
  const config: Configuration = {
    electronDist: found.status === 'found' ? found.folder : hollow,
    electronVersion: version,
  };
  try {
    const made = await build({ projectDir: project, config, dir: unpackedOnly, publish: 'never' });
    for (const file of made) console.log(file);
  } catch (error) {
    console.error(explainFailure(error, unpackedOnly ? 'The app was' : 'The installers were'));
    return 1;
  }
  if (unpackedOnly) console.log(`Packed into ${join(project, 'release')}.`);
  if (found.status === 'missing') {
    console.log(
      `${found.sentence} The app was packed around a stand-in that refuses to start: it shows the packing, not the app.`,
    );
  }
  return 0;
}

process.exitCode = await main();
