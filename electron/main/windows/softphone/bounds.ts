import type { Bounds } from '../../settings/schema.ts';

export const defaultSize = { width: 400, height: 680 };
export const minimumSize = { width: 360, height: 560 };

/** How much of the window has to be within a display's work area for a person to find and move it. */
const leastVisible = { width: 120, height: 80 };

/**
 * Where the window opens: where it was, if it can still be seen there; else in the middle of the primary display.
 * @param workAreas of the displays that are there now, the primary one first
 */
export function placeWindow(
  remembered: Bounds | null,
  workAreas: readonly Bounds[],
): Partial<Bounds> & typeof defaultSize {
  if (remembered === null) return defaultSize;
  const fitting = workAreas.map((area) => ({ area, bounds: fitInto(remembered, area) }));
  const home = fitting.find(({ area, bounds }) => canBeFound(bounds, area));
  if (home !== undefined) return home.bounds;
  const primary = fitting[0]?.bounds;
  return primary === undefined ? defaultSize : { width: primary.width, height: primary.height };
}

function fitInto(bounds: Bounds, area: Bounds): Bounds {
  return {
    ...bounds,
    width: clamp(bounds.width, minimumSize.width, area.width),
    height: clamp(bounds.height, minimumSize.height, area.height),
  };
}

/** The title bar must be in reach: enough width anywhere, and the top edge within the area. */
function canBeFound(bounds: Bounds, area: Bounds): boolean {
  const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const below = area.y + area.height - bounds.y;
  return width >= leastVisible.width && bounds.y >= area.y && below >= leastVisible.height;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
