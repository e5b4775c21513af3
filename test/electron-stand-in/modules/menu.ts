import { EventEmitter } from 'node:events';
import { faithful } from '../faithful.ts';
import { refuseUnknown } from '../strict.ts';

type Options = Electron.MenuItemConstructorOptions;
type ItemKeys =
  | 'accelerator'
  | 'accessibilityLabel'
  | 'checked'
  | 'click'
  | 'commandId'
  | 'enabled'
  | 'id'
  | 'label'
  | 'registerAccelerator'
  | 'sublabel'
  | 'toolTip'
  | 'type'
  | 'userAccelerator'
  | 'visible';

let lastCommand = 0;

export class MenuItem implements Pick<Electron.MenuItem, ItemKeys> {
  readonly role: Options['role'] | undefined;
  readonly submenu: Menu | undefined;
  readonly type: Electron.MenuItem['type'];
  readonly commandId: number;
  readonly userAccelerator = null;
  accelerator: string | null;
  accessibilityLabel: string;
  checked: boolean;
  enabled: boolean;
  icon: unknown;
  id: string;
  label: string;
  registerAccelerator: boolean;
  sublabel: string;
  toolTip: string;
  visible: boolean;
  /** As if the user had chosen it; a checkbox turns first. */
  readonly click: () => void;
  menu: Menu | undefined;

  constructor(options: Options) {
    lastCommand += 1;
    this.commandId = lastCommand;
    const { submenu } = options;
    this.role = options.role;
    this.submenu = Array.isArray(submenu)
      ? Menu.buildFromTemplate(submenu)
      : faithful<Menu | undefined>(submenu ?? null);
    this.type = options.type ?? (submenu ? 'submenu' : 'normal');
    this.accelerator = options.accelerator ?? null;
    this.accessibilityLabel = options.accessibilityLabel ?? '';
    this.checked = options.checked ?? false;
    this.enabled = options.enabled ?? true;
    this.icon = options.icon;
    this.id = options.id ?? '';
    this.label = options.label ?? options.role ?? '';
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.visible = options.visible ?? true;
    this.click = () => {
      if (!this.enabled) return;
      this.#turn();
      options.click?.(faithful(this), undefined, faithful({}));
    };
  }

  #turn(): void {
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.type !== 'radio') return;
    const group = this.menu?.items.filter((item) => item.type === 'radio') ?? [];
    for (const item of group) item.checked = item === this;
  }
}
refuseUnknown(MenuItem, 'MenuItem');

export class Menu extends EventEmitter {
  readonly items: MenuItem[] = [];

  append(item: MenuItem): void {
    this.insert(this.items.length, item);
  }
  insert(position: number, item: MenuItem): void {
    this.items.splice(position, 0, item);
    item.menu = this;
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      if (item.id === id) return item;
      const within = item.submenu?.getMenuItemById(id);
      if (within) return within;
    }
    return null;
  }
  /** Recorded in `Menu.popups`; it closes when a test calls `closePopup`. */
  popup(options: Electron.PopupOptions = {}): void {
    Menu.popups.push({ menu: this, options });
    this.emit('menu-will-show', {});
  }
  closePopup(): void {
    const shown = Menu.popups.findLast(({ menu }) => menu === this);
    this.emit('menu-will-close', {});
    shown?.options.callback?.();
  }

  static readonly popups: { menu: Menu; options: Electron.PopupOptions }[] = [];
  static #application: Menu | null = null;
  static buildFromTemplate(template: (Options | Electron.MenuItem | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const entry of template)
      menu.append(entry instanceof MenuItem ? entry : new MenuItem(faithful<Options>(entry)));
    return menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }
  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }
  static sendActionToFirstResponder(): void {}
}
refuseUnknown(Menu, 'Menu');
