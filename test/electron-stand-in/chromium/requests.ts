import type { Protocol as DevToolsProtocol } from 'devtools-protocol';
import { browser } from './browser.ts';
import { mappedPatterns, toApplication } from './scheme.ts';

type Paused = DevToolsProtocol.Fetch.RequestPausedEvent;
export type SchemeHandler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, SchemeHandler>();
const schemeOf = (url: string) => url.slice(0, url.indexOf(':'));

/**
 * Everything that Chromium asks us about the network: requests for the application's own schemes, from pages and
 * workers alike, are answered by its handler; a navigation anywhere may be refused; headers may be changed.
 */
export const requests = {
  handlers,
  /** True lets a document be loaded into that frame. */
  mayNavigate: (_url: string, _paused: Paused): boolean => true,
  changeResponseHeaders: async (_paused: Paused, headers: Record<string, string[]>) => headers,
  changeRequestHeaders: async (_paused: Paused, headers: Record<string, string>) => headers,
  /** To be called when the set of schemes has changed. */
  watch(): void {
    if (!browser.isRunning) return;
    void browser.command('Fetch.enable', { patterns: patterns() });
  },
};

const patterns = () => [
  ...mappedPatterns().map((urlPattern) => ({ urlPattern })),
  { urlPattern: '*', resourceType: 'Document' as const },
];

function bodyOf(request: Paused['request']): Buffer | undefined {
  const parts = request.postDataEntries?.map(({ bytes = '' }) => Buffer.from(bytes, 'base64'));
  if (parts !== undefined && parts.length > 0) return Buffer.concat(parts);
  return request.postData === undefined ? undefined : Buffer.from(request.postData);
}

async function answer(paused: Paused, url: string, handler: SchemeHandler): Promise<void> {
  const { method } = paused.request;
  const headers = await requests.changeRequestHeaders(paused, { ...paused.request.headers });
  const body = method === 'GET' || method === 'HEAD' ? undefined : bodyOf(paused.request);
  const request = new Request(url, { method, headers, ...(body === undefined ? {} : { body: new Uint8Array(body) }) });
  const response = await handler(request);
  if (response.type === 'error') throw new Error(`The handler of ${schemeOf(url)} answered with a network error`);
  const grouped: Record<string, string[]> = {};
  for (const [name, value] of response.headers) grouped[name] = [...(grouped[name] ?? []), value];
  const changed = await requests.changeResponseHeaders(paused, grouped);
  const responseHeaders = Object.entries(changed).flatMap(([name, values]) => values.map((value) => ({ name, value })));
  const bytes = Buffer.from(await response.arrayBuffer()).toString('base64');
  const { status, statusText } = response;
  browser.tell('Fetch.fulfillRequest', {
    requestId: paused.requestId,
    responseCode: status,
    ...(statusText === '' ? {} : { responsePhrase: statusText }),
    responseHeaders,
    body: bytes,
  });
}

function refuse({ requestId }: Paused, errorReason: DevToolsProtocol.Network.ErrorReason): void {
  browser.tell('Fetch.failRequest', { requestId, errorReason });
}

async function decide(paused: Paused): Promise<void> {
  const url = toApplication(paused.request.url);
  if (paused.resourceType === 'Document' && !requests.mayNavigate(url, paused)) {
    refuse(paused, 'Aborted');
    return;
  }
  // A browser asks for a tab's icon by itself; Electron has no tabs.
  if (paused.resourceType === 'Other' && url !== paused.request.url && url.endsWith('/favicon.ico')) {
    browser.tell('Fetch.fulfillRequest', { requestId: paused.requestId, responseCode: 204 });
    return;
  }
  const handler = handlers.get(schemeOf(url));
  if (handler === undefined) {
    if (url === paused.request.url) browser.tell('Fetch.continueRequest', { requestId: paused.requestId });
    else refuse(paused, 'Failed');
    return;
  }
  try {
    await answer(paused, url, handler);
  } catch (error) {
    process.stderr.write(`electron stand-in: ${url}: ${error instanceof Error ? error.stack : String(error)}\n`);
    refuse(paused, 'Failed');
  }
}

browser.onStart(async (devTools) => {
  devTools.on('Fetch.requestPaused', (paused) => void decide(paused));
  await devTools.send('Fetch.enable', { patterns: patterns() });
});
