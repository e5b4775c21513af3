import type { About } from '../../../src/contract/window/about.ts';

export type AboutDeps = {
  version: string;
  versions: NodeJS.ProcessVersions;
  deskName: string;
  platform: string;
  release: string;
  arch: string;
};

export function aboutThis({ version, versions, deskName, platform, release, arch }: AboutDeps): About {
  const runtimes = [
    { name: 'Electron', version: versions.electron },
    { name: 'Chromium', version: versions.chrome },
    { name: 'Node', version: versions.node },
  ].flatMap((one) => (one.version === undefined ? [] : [{ name: one.name, version: one.version }]));
  return { version, runtimes, deskName, system: `${platform} ${release} ${arch}` };
}
