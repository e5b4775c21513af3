import type { TrayState } from './state.ts';

/**
 * Which picture the panel gets: macOS colours a template itself, elsewhere it is drawn for a light or a dark panel.
 * Electron finds the sharper twin (`@2x`) by itself.
 */
export function trayImageName(state: TrayState, platform: string, darkPanel: boolean): string {
  if (platform === 'darwin') return `${state}Template.png`;
  return darkPanel ? `${state}-dark.png` : `${state}-light.png`;
}
