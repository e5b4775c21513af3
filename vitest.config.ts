import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Begins with the files that take longest, so that no worker is left alone with one at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
    return (await super.sort(files)).sort((a, b) => rank(b) - rank(a));
  }
}
/** The last takes longest. */
const longest = ['availability', 'audio-path', 'voice', 'softphone', 'killed'];

export default defineConfig({
  test: {
    include: ['{src,electron,renderer,scripts,test}/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'node_modules/**', 'dist/**'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Many of them wait for a device, a timer or a process rather than for the processor.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // What they load is loaded once by each worker; none of them leaves anything behind for the next.
    isolate: false,
    restoreMocks: true,
    unstubGlobals: true,
    unstubEnvs: true,
    sequence: { sequencer: LongestFirst },
  },
});
