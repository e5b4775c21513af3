import { type Codec, createCodec } from './codec.ts';
import { type ContextBridge, createContextBridge } from './context-bridge.ts';
import { installGuards } from './guard.ts';
import { createIpcRenderer, type FromPage, type PageEnd } from './ipc-renderer.ts';
import { createPreloadGlobals, type PageFacts } from './preload-globals.ts';

/** The function that Chromium puts into a page for it to speak to us, and the one that we call in the page. */
export const bindingName = '__electronStandInPost';
export const deliverName = '__electronStandInDeliver';

interface Parts {
  createCodec(): Codec;
  createContextBridge(world: object): ContextBridge;
  createIpcRenderer(codec: Codec, post: (message: FromPage) => void): PageEnd;
  createPreloadGlobals: typeof createPreloadGlobals;
  installGuards: typeof installGuards;
}
interface Setting {
  binding: string;
  deliver: string;
  facts: PageFacts;
}
type PreloadScript = { path: string; run: (...globals: unknown[]) => void };

/** Runs in the page, before any script of its own. */
function startPage(parts: Parts, setting: Setting, preloads: PreloadScript[]): void {
  if (window.top !== window || location.href === 'about:blank') return;
  const binding = Reflect.get(window, setting.binding) as (text: string) => void;
  // The page must not find the wire to the main process, only what the preload gives it.
  Reflect.deleteProperty(window, setting.binding);
  const post = (message: FromPage) => binding(JSON.stringify(message));
  const codec = parts.createCodec();
  const page = parts.createIpcRenderer(codec, post);
  Object.defineProperty(window, setting.deliver, { value: page.deliver });
  parts.installGuards(page);

  const electron = {
    contextBridge: parts.createContextBridge(window),
    ipcRenderer: page.ipcRenderer,
    webFrame: { getZoomFactor: () => 1, getZoomLevel: () => 0, setZoomFactor() {}, setZoomLevel() {}, routingId: 1 },
    webUtils: { getPathForFile: () => '' },
  };
  for (const { path, run } of preloads) {
    const { process, require, setImmediate } = parts.createPreloadGlobals(setting.facts, electron);
    const module = { exports: {} };
    try {
      run(require, module, module.exports, process, window, setImmediate, clearTimeout);
    } catch (error) {
      console.error(`Unable to load preload script: ${path}`);
      console.error(error);
      const message = error instanceof Error ? error.message : String(error);
      post({ kind: 'preload-error', path, message });
    }
  }
}

/** The script that Chromium runs at the start of every document of a window. */
export function pageScript(facts: PageFacts, preloads: { path: string; source: string }[]): string {
  const parts = [createCodec, createContextBridge, createIpcRenderer, createPreloadGlobals, installGuards];
  const names = 'require, module, exports, process, global, setImmediate, clearImmediate';
  const scripts = preloads.map(
    ({ path, source }) => `{ path: ${JSON.stringify(path)}, run: function (${names}) {\n${source}\n} }`,
  );
  const setting: Setting = { binding: bindingName, deliver: deliverName, facts };
  const partsText = parts.map((part) => `${part.name}: ${part.toString()}`).join(',\n');
  return `(${startPage.toString()})({ ${partsText} }, ${JSON.stringify(setting)}, [${scripts.join(',\n')}]);`;
}
