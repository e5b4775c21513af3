import type { Menu, MenuItemConstructorOptions, NativeImage, Tray } from 'electron';
import type { DeskCommand, DeskView } from '../../../src/contract/window/view.ts';
import { type TrayItem, type TrayModel, type TrayOption, trayModel } from './model.ts';
import type { TrayState } from './state.ts';

export type TrayDeps = {
  create: (image: NativeImage) => Pick<Tray, 'setImage' | 'setToolTip' | 'setContextMenu' | 'on'>;
  buildMenu: (template: MenuItemConstructorOptions[]) => Menu;
  image: (state: TrayState, missed: boolean) => NativeImage;
  command: (command: DeskCommand) => void;
  open: () => void;
  openMissed: () => void;
  quit: () => void;
};

/** The tray as a picture of the desk. Always has a menu: on Linux a click alone may never arrive. */
export class TrayIcon {
  readonly #deps: TrayDeps;
  #tray: ReturnType<TrayDeps['create']> | null = null;
  #shown: TrayModel | null = null;
  #view: DeskView | null = null;
  #missed = 0;

  constructor(deps: TrayDeps) {
    this.#deps = deps;
  }

  /** Safe to repeat: touches only what changed, because every new picture costs the system some memory. */
  render(view: DeskView): void {
    this.#view = view;
    const next = trayModel(view, this.#missed);
    const before = this.#shown;
    this.#shown = next;
    const tray = this.#tray ?? this.#create(next);
    if (before !== null && (before.state !== next.state || before.missed !== next.missed)) {
      tray.setImage(this.#deps.image(next.state, next.missed));
    }
    if (before?.tooltip !== next.tooltip) tray.setToolTip(next.tooltip);
    if (JSON.stringify(before?.items) !== JSON.stringify(next.items)) {
      tray.setContextMenu(this.#deps.buildMenu(next.items.map((item) => this.#menuItem(item))));
    }
  }

  /** How many calls were missed and not seen. */
  showMissed(count: number): void {
    this.#missed = count;
    if (this.#view !== null) this.render(this.#view);
  }

  /** The panel turned dark or light. */
  repaint(): void {
    if (this.#shown !== null) this.#tray?.setImage(this.#deps.image(this.#shown.state, this.#shown.missed));
  }

  #create({ state, missed }: TrayModel): ReturnType<TrayDeps['create']> {
    const tray = this.#deps.create(this.#deps.image(state, missed));
    tray.on('click', this.#deps.open);
    this.#tray = tray;
    return tray;
  }

  /** Of radios that stand together Electron always ticks one; where none of them holds, they are boxes. */
  #options(options: readonly TrayOption[]): MenuItemConstructorOptions[] {
    const type = options.some((option) => 'chosen' in option && option.chosen) ? 'radio' : 'checkbox';
    return options.map((option) => {
      const { label } = option;
      if ('options' in option) return { label, submenu: this.#options(option.options) };
      return { label, type, checked: option.chosen, click: () => this.#deps.command(option.command) };
    });
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
        return { label: item.label, submenu: this.#options(item.options) };
      case 'open':
        return { label: item.label, click: this.#deps.open };
      case 'openMissed':
        return { label: item.label, click: this.#deps.openMissed };
      case 'quit':
        return { label: item.label, click: this.#deps.quit };
    }
  }
}
