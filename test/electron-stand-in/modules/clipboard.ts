import { refuseUnknown } from '../strict.ts';

/** A clipboard of its own: the machine's is not touched. Only text is kept. */
class Clipboard implements Pick<Electron.Clipboard, 'clear' | 'has' | 'readText' | 'writeText'> {
  #text = '';

  async writeText(text: string): Promise<void> {
    this.#text = text;
  }
  async readText(): Promise<string> {
    return this.#text;
  }
  async has(mimetype: string): Promise<boolean> {
    return mimetype === 'text/plain' && this.#text !== '';
  }
  clear(): void {
    this.#text = '';
  }
}
refuseUnknown(Clipboard, 'clipboard');

export const clipboard = new Clipboard();
