import type { Unreadiness } from '../../../src/domain/readiness/readiness.ts';
import type { Host } from '../../host/host.ts';

/** What is wrong, and what to do. `mend`: the words of a button that has the desk try again, where a button can help. */
type Words = { title: string; sentence: string; mend: string | null };

const words: Record<Unreadiness, Words> = {
  asleep: { title: 'this computer sleeps', sentence: 'It is ready again as soon as it wakes.', mend: null },
  voiceGone: { title: 'the audio does not answer', sentence: 'Ringdesk is starting it again.', mend: 'Try again' },
  microphoneUnasked: {
    title: 'the microphone is not allowed yet',
    sentence: 'Ringdesk needs it for calls, and opens it only then and for short tests.',
    mend: 'Allow the microphone',
  },
  microphoneDenied: {
    title: 'the microphone is not allowed',
    sentence: 'Allow it for Ringdesk in the settings of your system or browser.',
    mend: 'Try again',
  },
  microphoneMissing: { title: 'no microphone was found', sentence: 'Plug one in.', mend: 'Try again' },
  microphoneBusy: {
    title: 'another program holds the microphone',
    sentence: 'Close it there, or choose another microphone.',
    mend: 'Try again',
  },
  microphoneSilent: {
    title: 'your microphone is silent',
    sentence: 'Check the switch on the headset, or choose another microphone.',
    mend: 'Try again',
  },
  microphoneFailed: {
    title: 'the microphone does not start',
    sentence: 'Choose another one, or start the computer again.',
    mend: 'Try again',
  },
  outputMissing: { title: 'no speaker was found', sentence: 'Plug in a headset or a speaker.', mend: 'Try again' },
};

/** In a browser the page is the audio too: nothing else could start it again. */
const voiceGoneInPage: Words = {
  title: 'the audio does not answer',
  sentence: 'Reload this page.',
  mend: 'Reload this page',
};

/** Why no call would ring here, in words for whoever sits here. */
export function unreadinessWords(why: Unreadiness, host: Host['kind']): Words {
  return why === 'voiceGone' && host === 'browser' ? voiceGoneInPage : words[why];
}
