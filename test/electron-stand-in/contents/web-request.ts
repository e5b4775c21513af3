import { refuseUnknown } from '../strict.ts';

type HeadersListener = (
  details: Electron.OnHeadersReceivedListenerDetails,
  callback: (response: Electron.HeadersReceivedResponse) => void,
) => void;
type SendListener = (
  details: Electron.OnBeforeSendHeadersListenerDetails,
  callback: (response: Electron.BeforeSendResponse) => void,
) => void;

/**
 * `session.webRequest`. Both listeners are asked for the application's own scheme, where a Content-Security-Policy is
 * usually set; other hosts are not touched.
 */
export class WebRequest {
  headersReceived: HeadersListener | null = null;
  beforeSendHeaders: SendListener | null = null;

  onHeadersReceived(...args: (Electron.WebRequestFilter | HeadersListener | null)[]): void {
    this.headersReceived = listenerIn<HeadersListener>(args);
  }
  onBeforeSendHeaders(...args: (Electron.WebRequestFilter | SendListener | null)[]): void {
    this.beforeSendHeaders = listenerIn<SendListener>(args);
  }

  changeResponse(details: Electron.OnHeadersReceivedListenerDetails): Promise<Record<string, string[]>> {
    const before = details.responseHeaders ?? {};
    const listener = this.headersReceived;
    if (listener === null) return Promise.resolve(before);
    return new Promise((resolve) =>
      listener(details, ({ responseHeaders }) => resolve(asLists(responseHeaders ?? before))),
    );
  }
  changeRequest(details: Electron.OnBeforeSendHeadersListenerDetails): Promise<Record<string, string>> {
    const before = details.requestHeaders;
    const listener = this.beforeSendHeaders;
    if (listener === null) return Promise.resolve(before);
    return new Promise((resolve) =>
      listener(details, ({ requestHeaders }) => {
        const lists = Object.entries(asLists(requestHeaders ?? before));
        resolve(Object.fromEntries(lists.map(([name, values]) => [name, values.join(', ')])));
      }),
    );
  }
}
refuseUnknown(WebRequest, 'session.webRequest');

function listenerIn<Listener>(args: unknown[]): Listener | null {
  const last = args.at(-1);
  return typeof last === 'function' ? (last as Listener) : null;
}

function asLists(headers: Record<string, string | string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat()]));
}
