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
  const home = workAreas.find((area) => canBeFound(remembered, area));
  const largest = home ?? workAreas[0];
  if (largest === undefined) return defaultSize;
  const width = clamp(remembered.width, minimumSize.width, largest.width);
  const height = clamp(remembered.height, minimumSize.height, largest.height);
  return home === undefined ? { width, height } : { x: remembered.x, y: remembered.y, width, height };
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
