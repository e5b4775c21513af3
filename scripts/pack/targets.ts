import { z } from 'zod';

const targetsSchema = z.object({ target: z.array(z.object({ target: z.string(), arch: z.array(z.string()) })) });
const configurationSchema = z.object({ win: targetsSchema, mac: targetsSchema, linux: targetsSchema });

const platforms = { win32: 'win', darwin: 'mac', linux: 'linux' } as const;
export type PlatformName = (typeof platforms)[keyof typeof platforms];

/** The installers of this platform, as electron-builder names them: `deb:x64`. */
export function installersOf(configuration: unknown, platform: string): { on: PlatformName; targets: string[] } {
  if (platform !== 'win32' && platform !== 'darwin' && platform !== 'linux') {
    throw new Error(`There are no installers for ${platform}.`);
  }
  const on = platforms[platform];
  const { target } = configurationSchema.parse(configuration)[on];
  return { on, targets: target.flatMap((one) => one.arch.map((arch) => `${one.target}:${arch}`)) };
}
