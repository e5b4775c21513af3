import { setLowestBit } from './bits.ts';
import type { HeadsetLayout, Place } from './layout.ts';
import type { Light } from './usages.ts';

export type Lights = Record<Light, boolean>;

export const noLights: Lights = { ring: false, offHook: false, mute: false };

export type OutputReport = { reportId: number; bytes: Uint8Array<ArrayBuffer> };

/** The reports that show these lights, and put out whatever else stands in the same reports. Lights that a headset lacks are left out. */
export function lightReports(layout: HeadsetLayout, lights: Lights): OutputReport[] {
  const places = Object.entries(layout.lights) as [Light, Place][];
  const ids = [...new Set(places.map(([, { reportId }]) => reportId))];
  return ids.map((reportId) => {
    const bytes = new Uint8Array(Math.ceil((layout.outputBits.get(reportId) ?? 0) / 8));
    for (const [light, place] of places)
      if (place.reportId === reportId && lights[light]) setLowestBit(bytes, place.offset);
    return { reportId, bytes };
  });
}
