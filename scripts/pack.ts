import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { build, type CliOptions } from 'electron-builder';
import { parse } from 'yaml';
import { findElectronDist } from './pack/electron-dist.ts';
import { explainFailure } from './pack/explain.ts';
import { makeHollowElectron } from './pack/hollow-electron.ts';
import { installersOf } from './pack/targets.ts';

/** `npm run pack`: the unpacked app for this computer. `npm run dist`: its installers. Both after `npm run build`. */
const project = resolve(import.meta.dirname, '..');
const release = join(project, 'release');
const { version } = createRequire(import.meta.url)('electron/package.json');

async function packUnpacked(): Promise<number> {
  const found = findElectronDist(project, process.env);
  const hollow = join(release, '.hollow-electron');
  if (found.status === 'missing') {
    if (process.platform !== 'linux') return refuse(found.sentence);
    makeHollowElectron(hollow, version);
  }
  const made = await make('The app', found.status === 'found' ? found.folder : hollow, { dir: true });
  if (!made) return 1;
  console.log(`Packed into ${release}.`);
  if (found.status === 'missing') {
    console.log(
      `${found.sentence} What was packed has a stand-in inside that refuses to start: it proves the packing, not the app.`,
    );
  }
  return 0;
}

/** Each installer for itself: one whose tool is missing does not stop the others. */
async function packInstallers(): Promise<number> {
  const found = findElectronDist(project, process.env);
  if (found.status === 'missing') return refuse(found.sentence);
  const configuration: unknown = parse(readFileSync(join(project, 'electron-builder.yml'), 'utf8'));
  const { on, targets } = installersOf(configuration, process.platform);
  let failed = 0;
  for (const target of targets) {
    if (!(await make(target, found.folder, { [on]: [target] }))) failed += 1;
  }
  return failed === 0 ? 0 : 1;
}

async function make(what: string, electronDist: string, options: CliOptions): Promise<boolean> {
  try {
    // The rest of the configuration is `electron-builder.yml`, which electron-builder finds by itself.
    const config = { electronDist, electronVersion: version };
    const files = await build({ projectDir: project, config, publish: 'never', ...options });
    for (const file of files) console.log(file);
    return true;
  } catch (error) {
    console.error(explainFailure(error, what));
    return false;
  }
}

function refuse(sentence: string): number {
  console.error(`Nothing was packed: ${sentence}`);
  return 1;
}

process.exitCode = await (process.argv.includes('--dir') ? packUnpacked() : packInstallers());
