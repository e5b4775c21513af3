import { browser } from '../chromium/browser.ts';
import { requests } from '../chromium/requests.ts';
import { toApplication } from '../chromium/scheme.ts';
import { faithful } from '../faithful.ts';
import { nativeTheme } from '../modules/native-theme.ts';
import type { FromPage } from '../page/ipc-renderer.ts';
import { bindingName } from '../page/runtime.ts';
import { Session } from './session.ts';
import { WebContents } from './web-contents.ts';

const levels: Record<string, 'debug' | 'warning' | 'error'> = {
  warning: 'warning',
  error: 'error',
  assert: 'error',
  debug: 'debug',
};
const levelNumbers = { debug: 0, info: 1, warning: 2, error: 3 };

/** Turns what Chromium reports into the events of the page that it is about. */
browser.onStart(async (devTools) => {
  const from = WebContents.fromSession;
  devTools.on('Runtime.bindingCalled', ({ name, payload }, session) => {
    if (name !== bindingName) return;
    const message: FromPage = JSON.parse(payload);
    from(session)?.onMessage(message);
  });
  devTools.on('Page.frameNavigated', ({ frame }, session) => {
    if (frame.parentId === undefined && frame.url !== 'about:blank') from(session)?.reports.navigated(frame);
  });
  devTools.on('Page.navigatedWithinDocument', ({ frameId, url }, session) => {
    if (WebContents.fromDevToolsTargetId(frameId)) from(session)?.reports.navigatedInPage(url);
  });
  devTools.on('Page.frameStartedLoading', ({ frameId }, session) => {
    if (WebContents.fromDevToolsTargetId(frameId)) from(session)?.reports.startedLoading();
  });
  devTools.on('Page.domContentEventFired', (_, session) => from(session)?.reports.domReady());
  devTools.on('Page.loadEventFired', (_, session) => from(session)?.reports.loaded());
  devTools.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }, session) => {
    const contents = from(session);
    if (contents === undefined || contents.listenerCount('console-message') === 0) return;
    const level = levels[type] ?? 'info';
    const message = args.map((arg) => String(arg.value ?? arg.description ?? arg.type)).join(' ');
    const frame = stackTrace?.callFrames[0];
    const where = { lineNumber: (frame?.lineNumber ?? -1) + 1, sourceId: toApplication(frame?.url ?? '') };
    const event = { level, message, ...where, frame: contents.mainFrame };
    contents.emit('console-message', event, levelNumbers[level], message, where.lineNumber, where.sourceId);
  });
  devTools.on('Inspector.targetCrashed', (_, session) => from(session)?.reports.crashed());
  devTools.on('Target.targetDestroyed', ({ targetId }) => WebContents.fromDevToolsTargetId(targetId)?.reports.closed());
  devTools.on('Target.targetCreated', ({ targetInfo }) => {
    const { type, openerId, targetId, url } = targetInfo;
    const opener = WebContents.fromDevToolsTargetId(openerId ?? '');
    if (type !== 'page' || opener === undefined || WebContents.fromDevToolsTargetId(targetId)) return;
    // A window that slipped past the page's own guard: only the application opens windows.
    browser.tell('Target.closeTarget', { targetId });
    opener.onMessage({ kind: 'open', url, frameName: '', features: '' });
  });
  await devTools.send('Target.setDiscoverTargets', { discover: true });
});

nativeTheme.on('updated', () => {
  for (const contents of WebContents.getAllWebContents()) contents.applyColours();
});

requests.mayNavigate = (url, { frameId, redirectedRequestId }) =>
  WebContents.fromDevToolsTargetId(frameId)?.mayNavigate(url, redirectedRequestId !== undefined) ?? true;

const detailsOf = (url: string, method: string, frame: string) => {
  const webContents = WebContents.fromDevToolsTargetId(frame);
  const known =
    webContents === undefined
      ? {}
      : { webContentsId: webContents.id, webContents: faithful<Electron.WebContents>(webContents) };
  return { id: 0, url, method, referrer: '', timestamp: Date.now(), resourceType: 'other' as const, ...known };
};
const sessionOf = (frame: string) => WebContents.fromDevToolsTargetId(frame)?.session ?? Session.defaultSession;

requests.changeResponseHeaders = ({ request, frameId }, responseHeaders) =>
  sessionOf(frameId).webRequest.changeResponse({
    ...detailsOf(toApplication(request.url), request.method, frameId),
    statusLine: 'HTTP/1.1 200 OK',
    statusCode: 200,
    responseHeaders,
  });
requests.changeRequestHeaders = ({ request, frameId }, requestHeaders) =>
  sessionOf(frameId).webRequest.changeRequest({
    ...detailsOf(toApplication(request.url), request.method, frameId),
    uploadData: [],
    requestHeaders,
  });
