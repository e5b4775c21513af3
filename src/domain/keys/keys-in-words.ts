const everywhere: Readonly<Record<string, string>> = { control: 'Ctrl', ctrl: 'Ctrl', altgr: 'AltGr' };

const onMac: Readonly<Record<string, string>> = {
  ...everywhere,
  commandorcontrol: 'Cmd',
  cmdorctrl: 'Cmd',
  command: 'Cmd',
  alt: 'Option',
  super: 'Cmd',
  meta: 'Cmd',
};

const elsewhere: Readonly<Record<string, string>> = {
  ...everywhere,
  commandorcontrol: 'Ctrl',
  cmdorctrl: 'Ctrl',
  option: 'Alt',
};

/** An Electron accelerator as a person reads it: `CommandOrControl+Shift+M` → `Ctrl+Shift+M`, `Cmd+Shift+M` on macOS. */
export function keysInWords(accelerator: string, platform: string): string {
  const names = platform === 'darwin' ? onMac : elsewhere;
  return accelerator
    .split('+')
    .map((key) => names[key.toLowerCase()] ?? key)
    .join('+');
}
