/**
 * What is known of the microphone. `ok`: allowed and present, and it was not digitally silent when it was last listened to ·
 * `unasked`: nobody was asked yet whether it may be used · `silent`: open, but every sample is zero (a switch on the headset).
 */
export const microphoneProofs = ['ok', 'unasked', 'denied', 'missing', 'busy', 'silent', 'failed'] as const;

export type MicrophoneProof = (typeof microphoneProofs)[number];

/** What a desk can say of itself. That the relay heard it is the rest of the proof. */
export type Proof = {
  /** The computer does not sleep, and is not about to. */
  awake: boolean;
  /** The page that has the sound answered. */
  voice: boolean;
  microphone: MicrophoneProof;
  /** There is something to hear the customer with. */
  output: boolean;
};

/** Why a seat cannot take a call. */
export const unreadinesses = [
  'asleep',
  'voiceGone',
  'microphoneUnasked',
  'microphoneDenied',
  'microphoneMissing',
  'microphoneBusy',
  'microphoneSilent',
  'microphoneFailed',
  'outputMissing',
] as const;

export type Unreadiness = (typeof unreadinesses)[number];

const microphones: Record<Exclude<MicrophoneProof, 'ok'>, Unreadiness> = {
  unasked: 'microphoneUnasked',
  denied: 'microphoneDenied',
  missing: 'microphoneMissing',
  busy: 'microphoneBusy',
  silent: 'microphoneSilent',
  failed: 'microphoneFailed',
};

/** The first reason against ringing a desk, the one that hides the others first; null when there is none. */
export function unreadyBecause({ awake, voice, microphone, output }: Proof): Unreadiness | null {
  if (!awake) return 'asleep';
  if (!voice) return 'voiceGone';
  if (microphone !== 'ok') return microphones[microphone];
  return output ? null : 'outputMissing';
}

/** How often a desk proves that it is ready, ms. */
export const proveEvery = 20_000;

/** A proof that is older counts for nothing: two in a row were missed. ms */
export const proofHolds = 45_000;

/** How long a microphone that was heard is believed before it is listened to again, ms. */
export const listenEvery = 15 * 60_000;

/** @param provedAt ms; null for never */
export function isFresh(provedAt: number | null, now: number): boolean {
  return provedAt !== null && now - provedAt < proofHolds;
}
