import { useEffect } from 'react';
import { type CallKeys, usualCallKeys } from '../../../src/contract/window/shortcuts.ts';
import type { CallView, DeskCommand } from '../../../src/contract/window/view.ts';
import { keysPressed, type Pressed } from '../../../src/domain/keys/pressed.ts';
import { useHost } from '../../host/desk-store.ts';
import { usePreferences } from '../../host/use-preferences.ts';
import { keyboardOf } from '../words/keys.ts';

/** The keys of a call in this window, as the person chose them. */
export const useChosenCallKeys = (): CallKeys => usePreferences()?.callKeys ?? usualCallKeys;

type KeyPress = Pressed & { repeat: boolean };

/** What keys ask of the call; null when they are not ours, or are held down. */
export function callKeyCommand(press: KeyPress, call: CallView, keys: CallKeys, platform: string): DeskCommand | null {
  const pressed = press.repeat ? null : keysPressed(press, platform);
  if (pressed === null) return null;
  if (pressed === keys.mute) return { kind: 'setMuted', muted: !call.muted };
  if (pressed === keys.end && call.phase !== 'ending') return { kind: 'end', callId: call.callId };
  return null;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'));

/** One key mutes and one ends the call, wherever the focus is in this window, except where something is typed. */
export function useCallKeys(call: CallView, keys: CallKeys): void {
  const host = useHost();
  useEffect(() => {
    const platform = keyboardOf(host.platform);
    const onKeyDown = (event: KeyboardEvent) => {
      const command = isTyping(event.target) ? null : callKeyCommand(event, call, keys, platform);
      if (command === null) return;
      event.preventDefault();
      void host.command(command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [host, call, keys]);
}
