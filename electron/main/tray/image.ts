import type { TrayState } from './state.ts';

/** A call that goes on is more than one that was missed: it keeps its own picture. */
export const markedStates: ReadonlySet<TrayState> = new Set(['ready', 'away', 'notReady', 'gone']);

/**
 * Which picture the panel gets: macOS colours a template itself, elsewhere it is drawn for a light or a dark panel.
 * Electron finds the sharper twin (`@2x`) by itself.
 */
export function trayImageName(state: TrayState, platform: string, darkPanel: boolean, missed = false): string {
  const picture = missed && markedStates.has(state) ? `${state}-missed` : state;
  if (platform === 'darwin') return `${picture}Template.png`;
  return darkPanel ? `${picture}-dark.png` : `${picture}-light.png`;
}
