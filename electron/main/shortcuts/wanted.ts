import type { ShortcutAction } from '../../../src/contract/window/shortcuts.ts';
import type { DeskCommand, DeskView } from '../../../src/contract/window/view.ts';

export type ShortcutCommand = DeskCommand | { kind: 'openSoftphone' };

/** What each shortcut would do right now; one that would do nothing takes no keys from other programs. */
export function wantedShortcuts({ ring, call }: DeskView): Partial<Record<ShortcutAction, ShortcutCommand>> {
  return {
    show: { kind: 'openSoftphone' },
    ...(ring === null || ring.answering ? {} : { answer: { kind: 'answer', callId: ring.callId } }),
    ...(call === null || call.phase === 'ending'
      ? {}
      : { mute: { kind: 'setMuted', muted: !call.muted }, end: { kind: 'end', callId: call.callId } }),
  };
}
