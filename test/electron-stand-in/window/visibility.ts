import { Appearance } from './appearance.ts';

/** Which windows are shown, and which one has the focus. Chromium shows every page; what is kept here is the truth. */
export abstract class Visibility extends Appearance {
  #visible = false;
  #minimized = false;

  static focusedWindow: Visibility | undefined;

  protected abstract focusPage(focused: boolean): void;

  show(): void {
    this.#reveal();
    this.focus();
  }
  showInactive(): void {
    this.#reveal();
  }
  #reveal(): void {
    const was = this.isVisible();
    this.#minimized = false;
    this.#visible = true;
    if (!was) this.emit('show');
  }
  hide(): void {
    if (!this.#visible) return;
    this.blur();
    this.#visible = false;
    this.emit('hide');
  }
  isVisible(): boolean {
    return this.#visible && !this.#minimized;
  }

  focus(): void {
    if (!this.isFocusable() || !this.#visible || Visibility.focusedWindow === this) return;
    Visibility.focusedWindow?.blur();
    Visibility.focusedWindow = this;
    this.flashing = false;
    this.focusPage(true);
    this.emit('focus');
  }
  blur(): void {
    if (Visibility.focusedWindow !== this) return;
    Visibility.focusedWindow = undefined;
    this.focusPage(false);
    this.emit('blur');
  }
  isFocused(): boolean {
    return Visibility.focusedWindow === this;
  }
  moveTop(): void {}

  minimize(): void {
    if (this.#minimized) return;
    this.blur();
    this.#minimized = true;
    this.#visible = true;
    this.emit('minimize');
  }
  restore(): void {
    if (!this.#minimized) {
      this.unmaximize();
      return;
    }
    this.#minimized = false;
    this.emit('restore');
    this.focus();
  }
  isMinimized(): boolean {
    return this.#minimized;
  }
  isNormal(): boolean {
    return !this.#minimized && !this.isMaximized() && !this.isFullScreen();
  }
}
