import { EventEmitter } from 'node:events';
import { screen } from '../modules/screen.ts';

type Bounds = Electron.Rectangle;

/**
 * Where a window is and how large. The page's viewport follows, so a screenshot has the window's size; there is no
 * frame around it, so content and window are the same.
 */
export abstract class Geometry extends EventEmitter {
  #bounds: Bounds;
  #minimum = { width: 0, height: 0 };
  #maximum = { width: 0, height: 0 };
  #resizable: boolean;
  #movable: boolean;
  #normal: Bounds | undefined;
  #aspectRatio = 0;
  opacity = 1;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    const { width = 800, height = 600, minWidth = 0, minHeight = 0, maxWidth = 0, maxHeight = 0 } = options;
    this.#minimum = { width: minWidth, height: minHeight };
    this.#maximum = { width: maxWidth, height: maxHeight };
    this.#resizable = options.resizable ?? true;
    this.#movable = options.movable ?? true;
    const centred = centreOf(width, height);
    this.#bounds = { x: options.x ?? centred.x, y: options.y ?? centred.y, ...this.#limited(width, height) };
  }

  /** The page behind the window takes this size. */
  protected abstract follow(bounds: Bounds): void;

  #limited(width: number, height: number) {
    const between = (value: number, low: number, high: number) =>
      Math.max(low, high === 0 ? value : Math.min(value, high));
    return {
      width: Math.round(between(width, this.#minimum.width, this.#maximum.width)),
      height: Math.round(between(height, this.#minimum.height, this.#maximum.height)),
    };
  }

  getBounds(): Bounds {
    return { ...this.#bounds };
  }
  getContentBounds(): Bounds {
    return this.getBounds();
  }
  getNormalBounds(): Bounds {
    return { ...(this.#normal ?? this.#bounds) };
  }
  setBounds(bounds: Partial<Bounds>): void {
    const before = this.#bounds;
    const { x, y, width, height } = { ...before, ...bounds };
    this.#bounds = { x: Math.round(x), y: Math.round(y), ...this.#limited(width, height) };
    const resized = before.width !== this.#bounds.width || before.height !== this.#bounds.height;
    const moved = before.x !== this.#bounds.x || before.y !== this.#bounds.y;
    if (!resized && !moved) return;
    this.follow(this.#bounds);
    if (resized) {
      this.emit('resize');
      this.emit('resized');
    }
    if (moved) {
      this.emit('move');
      this.emit('moved');
    }
  }
  setContentBounds(bounds: Bounds): void {
    this.setBounds(bounds);
  }
  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height];
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  getContentSize(): number[] {
    return this.getSize();
  }
  setContentSize(width: number, height: number): void {
    this.setSize(width, height);
  }
  getPosition(): number[] {
    return [this.#bounds.x, this.#bounds.y];
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }
  center(): void {
    this.setBounds(centreOf(this.#bounds.width, this.#bounds.height));
  }

  setMinimumSize(width: number, height: number): void {
    this.#minimum = { width, height };
    this.setBounds({});
  }
  getMinimumSize(): number[] {
    return [this.#minimum.width, this.#minimum.height];
  }
  setMaximumSize(width: number, height: number): void {
    this.#maximum = { width, height };
    this.setBounds({});
  }
  getMaximumSize(): number[] {
    return [this.#maximum.width, this.#maximum.height];
  }
  setAspectRatio(ratio: number): void {
    this.#aspectRatio = ratio;
  }
  get aspectRatio(): number {
    return this.#aspectRatio;
  }
  setResizable(resizable: boolean): void {
    this.#resizable = resizable;
  }
  isResizable(): boolean {
    return this.#resizable;
  }
  setMovable(movable: boolean): void {
    this.#movable = movable;
  }
  isMovable(): boolean {
    return this.#movable;
  }
  setOpacity(opacity: number): void {
    this.opacity = Math.min(1, Math.max(0, opacity));
  }
  getOpacity(): number {
    return this.opacity;
  }

  maximize(): void {
    if (this.#normal !== undefined) return;
    this.#normal = this.getBounds();
    this.setBounds(screen.getDisplayMatching(this.#bounds).workArea);
    this.emit('maximize');
  }
  unmaximize(): void {
    if (this.#normal === undefined) return;
    const normal = this.#normal;
    this.#normal = undefined;
    this.setBounds(normal);
    this.emit('unmaximize');
  }
  isMaximized(): boolean {
    return this.#normal !== undefined;
  }
}

function centreOf(width: number, height: number): { x: number; y: number } {
  const area = screen.getPrimaryDisplay().workArea;
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
  };
}
