import type { Menu, MenuItemConstructorOptions, NativeImage, Tray } from 'electron';
import type { DeskCommand, DeskView } from '../../../src/contract/window/view.ts';
import { type TrayItem, type TrayModel, trayModel } from './model.ts';
import type { TrayState } from './state.ts';

export type TrayDeps = {
  create: (image: NativeImage) => Pick<Tray, 'setImage' | 'setToolTip' | 'setContextMenu' | 'on'>;
  buildMenu: (template: MenuItemConstructorOptions[]) => Menu;
  image: (state: TrayState) => NativeImage;
  command: (command: DeskCommand) => void;
  open: () => void;
  quit: () => void;
};

/** The tray as a picture of the desk. Always has a menu: on Linux a click alone may never arrive. */
export class TrayIcon {
  readonly #deps: TrayDeps;
  #tray: ReturnType<TrayDeps['create']> | null = null;
  #shown: TrayModel | null = null;

  constructor(deps: TrayDeps) {
    this.#deps = deps;
  }

  /** Safe to repeat: touches only what changed, because every new picture costs the system some memory. */
  render(view: DeskView): void {
    const next = trayModel(view);
    const before = this.#shown;
    this.#shown = next;
    const tray = this.#tray ?? this.#create(next.state);
    if (before !== null && before.state !== next.state) tray.setImage(this.#deps.image(next.state));
    if (before?.tooltip !== next.tooltip) tray.setToolTip(next.tooltip);
    if (JSON.stringify(before?.items) !== JSON.stringify(next.items)) {
      tray.setContextMenu(this.#deps.buildMenu(next.items.map((item) => this.#menuItem(item))));
    }
  }

  /** The panel turned dark or light. */
  repaint(): void {
    if (this.#shown !== null) this.#tray?.setImage(this.#deps.image(this.#shown.state));
  }

  #create(state: TrayState): ReturnType<TrayDeps['create']> {
    const tray = this.#deps.create(this.#deps.image(state));
    tray.on('click', this.#deps.open);
    this.#tray = tray;
    return tray;
  }

  #menuItem(item: TrayItem): MenuItemConstructorOptions {
    switch (item.kind) {
      case 'words':
        return { label: item.label, enabled: false };
      case 'separator':
        return { type: 'separator' };
      case 'command':
        return { label: item.label, click: () => this.#deps.command(item.command) };
      case 'choice':
        return {
          label: item.label,
          submenu: item.options.map(({ label, chosen, command }) => ({
            label,
            type: 'radio',
            checked: chosen,
            click: () => this.#deps.command(command),
          })),
        };
      case 'open':
        return { label: item.label, click: this.#deps.open };
      case 'quit':
        return { label: item.label, click: this.#deps.quit };
    }
  }
}
