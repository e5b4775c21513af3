/** Fields of a report run from the lowest bit of the first byte on (Device Class Definition for HID 1.11, §8.4). */
export function readBits(bytes: Uint8Array, offset: number, size: number): number {
  let value = 0;
  for (let bit = size - 1; bit >= 0; bit -= 1) value = value * 2 + bitAt(bytes, offset + bit);
  return value;
}

function bitAt(bytes: Uint8Array, at: number): number {
  return ((bytes[Math.floor(at / 8)] ?? 0) >> (at % 8)) & 1;
}

/** Sets the lowest bit of a field; the others of it stay as they are. */
export function setLowestBit(bytes: Uint8Array, offset: number): void {
  const index = Math.floor(offset / 8);
  bytes[index] = (bytes[index] ?? 0) | (1 << (offset % 8));
}
