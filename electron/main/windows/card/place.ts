import type { Bounds } from '../../settings/schema.ts';
import type { CardFace } from './face.ts';

const width = 360;
/** A ring has buttons that nobody misses; everything else is a strip. */
export const cardHeights: Readonly<Record<CardFace['face'], number>> = { none: 148, ringing: 148, call: 56, over: 56 };

/** How far from the corner of the work area, in device-independent pixels. */
const margin = 20;

/** The bottom right corner of a display's work area; never beyond its top left, however small it is. */
export function placeCard(face: CardFace['face'], workArea: Bounds): Bounds {
  const height = cardHeights[face];
  return {
    x: Math.max(workArea.x, workArea.x + workArea.width - width - margin),
    y: Math.max(workArea.y, workArea.y + workArea.height - height - margin),
    width,
    height,
  };
}
