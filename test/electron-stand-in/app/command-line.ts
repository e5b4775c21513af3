import { refuseUnknown } from '../strict.ts';

type Implemented = 'appendArgument' | 'appendSwitch' | 'getSwitchValue' | 'hasSwitch' | 'removeSwitch';

/** Electron's `app.commandLine`: what is appended before `ready` is given to Chromium. */
export class CommandLine implements Pick<Electron.CommandLine, Implemented> {
  readonly switches = new Map<string, string>();

  appendSwitch(name: string, value = ''): void {
    this.switches.set(name.toLowerCase(), value);
  }
  appendArgument(value: string): void {
    this.switches.set(value.replace(/^--/, ''), '');
  }
  hasSwitch(name: string): boolean {
    return this.switches.has(name.toLowerCase());
  }
  getSwitchValue(name: string): string {
    return this.switches.get(name.toLowerCase()) ?? '';
  }
  removeSwitch(name: string): void {
    this.switches.delete(name.toLowerCase());
  }
}
refuseUnknown(CommandLine, 'app.commandLine');
