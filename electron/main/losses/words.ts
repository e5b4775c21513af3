import type { Problem } from '../../../src/contract/desk/words.ts';

/** @param aside where the file lies now that could not be read */
export function settingsLost(aside: string): Problem {
  return {
    code: 'settings.unreadable',
    sentence: `Your settings could not be read, so devices, keys and looks are as on the first day. The old file is kept: ${aside}`,
  };
}

export const settingsPartlyLost: Problem = {
  code: 'settings.partlyUnreadable',
  sentence: 'Some of your settings could not be read and are as on the first day.',
};

/** @param reason `corrupt`: it is no database any more · `newer`: a newer Ringdesk wrote it */
export function historyLost(reason: 'corrupt' | 'newer', aside: string): Problem {
  const why = reason === 'newer' ? 'is of a newer Ringdesk' : 'could not be read';
  return {
    code: `history.${reason}`,
    sentence: `The call history of this computer ${why}, so a new one was begun. The old file is kept: ${aside}`,
  };
}

export const historyInMemory: Problem = {
  code: 'history.inMemory',
  sentence:
    'The call history cannot be written on this computer; perhaps the disk is full. What comes now is forgotten when Ringdesk is closed.',
};
