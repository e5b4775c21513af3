import { refuseUnknown } from '../strict.ts';

type Implemented = 'url' | 'origin' | 'parent' | 'top' | 'frames' | 'name' | 'processId' | 'routingId' | 'detached';

/** What the frame asks of the page that it belongs to. */
export interface FrameOwner {
  readonly id: number;
  getURL(): string;
  send(channel: string, ...args: unknown[]): void;
  executeJavaScript(code: string, userGesture?: boolean): Promise<unknown>;
  isDestroyed(): boolean;
}

/** The main frame of a page. Frames within it have no preload and never speak to the main process. */
export class MainFrame implements Pick<Electron.WebFrameMain, Exclude<Implemented, 'parent' | 'top'>> {
  readonly #owner: FrameOwner;
  readonly #originOf: (url: string) => string;
  readonly parent = null;
  readonly frames = [];
  readonly name = '';
  readonly detached = false;

  constructor(owner: FrameOwner, originOf: (url: string) => string) {
    this.#owner = owner;
    this.#originOf = originOf;
  }

  get url(): string {
    return this.#owner.getURL();
  }
  get origin(): string {
    return this.#originOf(this.url);
  }
  get top(): MainFrame {
    return this;
  }
  get processId(): number {
    return this.#owner.id;
  }
  get routingId(): number {
    return this.#owner.id;
  }
  isDestroyed(): boolean {
    return this.#owner.isDestroyed();
  }
  send(channel: string, ...args: unknown[]): void {
    this.#owner.send(channel, ...args);
  }
  executeJavaScript(code: string, userGesture?: boolean): Promise<unknown> {
    return this.#owner.executeJavaScript(code, userGesture);
  }
}
refuseUnknown(MainFrame, 'webFrameMain');
