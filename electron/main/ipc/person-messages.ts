import { z } from 'zod';
import type { About, LogSaved } from '../../../src/contract/window/about.ts';
import { proxySignInSchema } from '../../../src/contract/window/network.ts';
import type { NoticeTest } from '../../../src/contract/window/notice.ts';
import { preferenceChangeSchema } from '../../../src/contract/window/preferences.ts';
import type { ProxySignIns } from '../network/proxy-sign-ins.ts';
import type { PersonPreferences } from '../preferences/preferences.ts';
import type { Ipc } from './ipc.ts';

/** What the person may ask of this installation, apart from calls. */
export function setupPersonMessages(
  ipc: Ipc,
  deps: {
    preferences: PersonPreferences;
    about: About;
    saveLog: () => Promise<LogSaved>;
    testNotice: () => Promise<NoticeTest>;
    proxySignIns: Pick<ProxySignIns, 'give'>;
  },
): void {
  ipc.handle('about:get', 'softphone', z.null(), () => deps.about);
  ipc.handle('log:save', 'softphone', z.null(), () => deps.saveLog());
  ipc.handle('notice:test', 'softphone', z.null(), () => deps.testNotice());
  ipc.handle('proxy:signIn', 'softphone', proxySignInSchema, (signIn) => {
    deps.proxySignIns.give(signIn);
    return null;
  });
  ipc.handle('preferences:get', 'softphone', z.null(), () => deps.preferences.get());
  ipc.handle('preferences:change', 'softphone', preferenceChangeSchema, (change) => {
    deps.preferences.change(change);
    return null;
  });
}
