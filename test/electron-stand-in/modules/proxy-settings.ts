import { app } from '../app/app.ts';

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** The system's proxy, as Chromium's own switches set it: this machine itself is left out unless `--proxy-bypass-list=<-loopback>`. */
export const proxySettings = {
  /** Set by `session.setProxy`. */
  rules: undefined as string | undefined,

  /** What `session.resolveProxy` answers. */
  resolve(address: string): string {
    const { commandLine } = app;
    const rules = proxySettings.rules ?? commandLine.getSwitchValue('proxy-server').replace(/^http:\/\//, '');
    if (rules === '') return 'DIRECT';
    const bypassed = loopback.test(new URL(address).hostname);
    if (bypassed && !commandLine.getSwitchValue('proxy-bypass-list').includes('<-loopback>')) return 'DIRECT';
    return `PROXY ${rules}`;
  },
};
