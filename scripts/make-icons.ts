import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import pngToIco from 'png-to-ico';
import { markedStates } from '../electron/main/tray/image.ts';
import { type TrayState, trayStates } from '../electron/main/tray/state.ts';

/**
 * Draws every icon from its SVG: `node scripts/make-icons.ts`. What it makes is committed, because a package is built from it.
 * electron-builder makes the macOS `.icns` from `icons/1024.png` and takes `icons/` as it is on Linux.
 */
const resources = resolve(import.meta.dirname, '../resources');
const appSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
/** Windows draws its own from these. */
const icoSizes = [16, 24, 32, 48, 64, 256];
const trayScales = { '': 16, '@1.5x': 24, '@2x': 32 };

/** Amber and red only where the looks allow them: ringing, and not being ready. Everything else is ink. */
const inks = {
  light: { ink: '#171f25', ringing: '#824d00', notReady: '#ae1b24' },
  dark: { ink: '#e6eaed', ringing: '#f2b95a', notReady: '#f98b88' },
};

function render(svg: string, size: number): Buffer {
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
}

async function makeAppIcons(): Promise<void> {
  const svg = readFileSync(join(resources, 'icon.svg'), 'utf8');
  mkdirSync(join(resources, 'icons'), { recursive: true });
  for (const size of appSizes) writeFileSync(join(resources, 'icons', `${size}.png`), render(svg, size));
  writeFileSync(join(resources, 'icon.ico'), await pngToIco(icoSizes.map((size) => render(svg, size))));
}

/** The picture of a state with a dot at its corner, and room around the dot: a call was missed. */
function withMark(svg: string): string {
  const room = '<mask id="room"><path d="M0 0h24v24H0z" fill="#fff"/><circle cx="5" cy="5" r="7" fill="#000"/></mask>';
  const dot = '<circle cx="5" cy="5" r="4.5" fill="currentColor" stroke="none"/>';
  return svg.replace(/(<svg[^>]*>)([\s\S]*)<\/svg>/, `$1${room}<g mask="url(#room)">$2</g>${dot}</svg>`);
}

/** The dot alone, for Windows' task bar. */
const overlay =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9" fill="#f1a628"/></svg>';

function makeTrayIcons(): void {
  writeFileSync(join(resources, 'tray', 'missed-overlay.png'), render(overlay, 32));
  for (const state of trayStates) {
    const svg = readFileSync(join(resources, 'tray', `${state}.svg`), 'utf8');
    makeTrayIcon(state, state, svg);
    if (markedStates.has(state)) makeTrayIcon(`${state}-missed`, state, withMark(svg));
  }
}

function makeTrayIcon(picture: string, state: TrayState, svg: string): void {
  for (const [scale, size] of Object.entries(trayScales)) {
    const draw = (name: string, colour: string) =>
      writeFileSync(
        join(resources, 'tray', `${picture}${name}${scale}.png`),
        render(svg.replaceAll('currentColor', colour), size),
      );
    draw('Template', '#000000');
    for (const [panel, colours] of Object.entries(inks)) {
      draw(`-${panel}`, state === 'ringing' || state === 'notReady' ? colours[state] : colours.ink);
    }
  }
}

await makeAppIcons();
makeTrayIcons();
