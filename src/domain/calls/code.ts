/** Why the sound of a call failed, as the desk that carried it names it. `media.failed`: in a way that is not known here. */
export const soundCodes = [
  'media.lost',
  'media.silent',
  'media.neverHeard',
  'media.offer',
  'media.failed',
  'voice.restarted',
  'voice.absent',
] as const;
export type SoundCode = (typeof soundCodes)[number];

/** Why a call failed where Meta gives no code for it. `meta`: Meta names an error, but no code of it. */
export const ourCodes = [
  ...soundCodes,
  'stale',
  'media-timeout',
  'call-limit',
  'seat-lost',
  'never-picked-up',
  'accept-unknown',
  'connect-unknown',
  'unreachable',
  'meta',
] as const;
export type OurCode = (typeof ourCodes)[number];

/** Meta's own codes are numbers. */
export type MetaCode = `${number}`;

/** Why a call failed. */
export type CallCode = OurCode | MetaCode;

const ours: ReadonlySet<string> = new Set(ourCodes);
const ofSound: ReadonlySet<string> = new Set(soundCodes);

export function isOurCode(code: string): code is OurCode {
  return ours.has(code);
}

/** A desk may be newer, and know more ways to fail. */
export function soundCodeOf(code: string): SoundCode {
  return isSoundCode(code) ? code : 'media.failed';
}

function isSoundCode(code: string): code is SoundCode {
  return ofSound.has(code);
}
