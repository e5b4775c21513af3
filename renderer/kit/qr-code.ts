import encodeQR from 'qr';

/** The dark squares of a QR code as the path of an SVG whose view box is `size` squares wide and high, its quiet border counted. */
export type QrCode = { size: number; path: string };

/** ISO/IEC 18004: four light squares around. */
const border = 4;

export function qrCodeOf(text: string): QrCode {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border });
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size: rows.length, path };
}
