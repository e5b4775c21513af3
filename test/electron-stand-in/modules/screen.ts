import { EventEmitter } from 'node:events';
import { refuseUnknown } from '../strict.ts';

type Display = Electron.Display;
type Rectangle = Electron.Rectangle;
type Implemented =
  | 'getAllDisplays'
  | 'getCursorScreenPoint'
  | 'getDisplayMatching'
  | 'getDisplayNearestPoint'
  | 'getPrimaryDisplay';

function displayOf(given: Partial<Display>, index: number): Display {
  const bounds = given.bounds ?? { x: 0, y: 0, width: 1920, height: 1080 };
  // A panel takes the first 32 rows of the primary display.
  const panel = index === 0 ? 32 : 0;
  const below = { ...bounds, y: bounds.y + panel, height: bounds.height - panel };
  const workArea = given.workArea ?? below;
  return {
    id: index + 1,
    label: `Display ${index + 1}`,
    bounds,
    size: { width: bounds.width, height: bounds.height },
    workArea,
    workAreaSize: { width: workArea.width, height: workArea.height },
    scaleFactor: 1,
    rotation: 0,
    internal: index === 0,
    detected: true,
    monochrome: false,
    accelerometerSupport: 'unknown',
    touchSupport: 'unknown',
    colorDepth: 24,
    colorSpace: '{primaries:BT709, transfer:SRGB, matrix:RGB, range:FULL}',
    depthPerComponent: 8,
    displayFrequency: 60,
    maximumCursorSize: { width: 256, height: 256 },
    nativeOrigin: { x: bounds.x, y: bounds.y },
    ...given,
  };
}

const overlap = (a: Rectangle, b: Rectangle) =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

function distance({ x, y }: Electron.Point, to: Rectangle): number {
  const outside = (value: number, start: number, length: number) =>
    Math.max(start - value, 0, value - (start + length - 1));
  return Math.hypot(outside(x, to.x, to.width), outside(y, to.y, to.height));
}

class Screen extends EventEmitter implements Pick<Electron.Screen, Implemented> {
  cursor: Electron.Point = { x: 0, y: 0 };
  #displays: Display[] = [displayOf({}, 0)];

  /** For tests: these displays are there from now on, the first is the primary one. Fires Electron's events. */
  setDisplays(given: Partial<Display>[]): void {
    const before = this.#displays;
    const after = given.map(displayOf);
    this.#displays = after;
    for (const display of after) {
      const old = before.find(({ id }) => id === display.id);
      if (old === undefined) this.emit('display-added', {}, display);
      else if (JSON.stringify(old) !== JSON.stringify(display))
        this.emit('display-metrics-changed', {}, display, ['bounds', 'workArea']);
    }
    for (const display of before)
      if (!after.some(({ id }) => id === display.id)) this.emit('display-removed', {}, display);
  }

  getAllDisplays(): Display[] {
    return [...this.#displays];
  }
  getPrimaryDisplay(): Display {
    return this.#displays[0] ?? displayOf({}, 0);
  }
  getCursorScreenPoint(): Electron.Point {
    return { ...this.cursor };
  }
  getDisplayNearestPoint(point: Electron.Point): Display {
    return this.#best((display) => -distance(point, display.bounds));
  }
  getDisplayMatching(bounds: Rectangle): Display {
    return this.#best((display) => overlap(bounds, display.bounds));
  }
  #best(score: (display: Display) => number): Display {
    const first = this.getPrimaryDisplay();
    return this.#displays.reduce((best, display) => (score(display) > score(best) ? display : best), first);
  }
}
refuseUnknown(Screen, 'screen');

export const screen = new Screen();
