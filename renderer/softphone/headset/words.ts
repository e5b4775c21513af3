import type { HeadsetFound, HeadsetTrial } from '../../../src/contract/window/headset.ts';
import type { ButtonWord } from '../../../src/domain/headset/words.ts';

/** `Jabra Evolve2 65: answer, mute, end`, or why there is none. */
export function headsetWords(found: HeadsetFound): string {
  switch (found.status) {
    case 'found':
      return `${found.name}: ${found.can.join(', ')}`;
    case 'none':
      return 'No headset with buttons found.';
    case 'unable':
      return 'This browser does not let pages use headset buttons. The desktop app, Chrome and Edge do.';
  }
}

/** What is to be pressed now. */
export const askWords: Record<ButtonWord, string> = {
  answer: 'Press the answer button on your headset.',
  mute: 'Now press its mute button.',
  end: 'Now press the button that ends a call.',
};

export const arrivedWords: Record<ButtonWord, string> = {
  answer: 'Answer arrived.',
  mute: 'Mute arrived.',
  end: 'End arrived.',
};

/** How far the trial came, for whoever helps: `Jabra Evolve2 65: answer arrives, mute and end do not`. */
export function trialWords(name: string, can: readonly ButtonWord[], { arrived }: HeadsetTrial): string {
  const missing = can.filter((button) => !arrived.includes(button));
  if (missing.length === 0) return `${name}: ${can.join(', ')}`;
  const not = `${missing.join(' and ')} ${missing.length === 1 ? 'does' : 'do'} not arrive`;
  const came = can.filter((button) => arrived.includes(button));
  return `${name}: ${came.length === 0 ? '' : `${came.join(' and ')} ${came.length === 1 ? 'arrives' : 'arrive'}, `}${not}`;
}
