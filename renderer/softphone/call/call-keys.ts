import { useEffect } from 'react';
import type { CallView, DeskCommand } from '../../../src/contract/window/view.ts';
import { useHost } from '../../host/desk-store.ts';

/**
 * One key mutes and one ends the call, wherever the focus is in this window. They are keys that write nothing: a letter would end a call
 * for somebody who only believes to be typing in a field (WCAG 2.1.4).
 */
export const callKeys = { mute: 'F8', end: 'F9' } as const;

type Pressed = Pick<KeyboardEvent, 'key' | 'repeat' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** What a key asks of the call; null when it is not one of ours, or is held down. */
export function callKeyCommand(pressed: Pressed, call: CallView): DeskCommand | null {
  if (pressed.repeat || pressed.altKey || pressed.ctrlKey || pressed.metaKey || pressed.shiftKey) return null;
  if (pressed.key === callKeys.mute) return { kind: 'setMuted', muted: !call.muted };
  if (pressed.key === callKeys.end && call.phase !== 'ending') return { kind: 'end', callId: call.callId };
  return null;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'));

export function useCallKeys(call: CallView): void {
  const host = useHost();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = isTyping(event.target) ? null : callKeyCommand(event, call);
      if (command === null) return;
      event.preventDefault();
      void host.command(command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [host, call]);
}
