import type { WebContents } from 'electron';
import type { PageName } from '../app-scheme/address.ts';

/** Knows which of our windows a page belongs to: what is not in here is nobody. */
export class Pages {
  readonly #names = new WeakMap<WebContents, PageName>();

  add(contents: WebContents, name: PageName): void {
    this.#names.set(contents, name);
  }

  readonly nameOf = (contents: WebContents): PageName | null => this.#names.get(contents) ?? null;
}
