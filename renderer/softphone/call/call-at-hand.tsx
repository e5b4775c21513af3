import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Customer } from '../../../src/contract/desk/words.ts';
import { useDesk } from '../../host/desk-store.ts';
import { availabilityOf, callOf } from '../../host/selectors.ts';

export type CallAtHand = { callId: string; customer: Customer };

/** How long a call that has ended is still at hand for the last words of its note, in milliseconds; through after-call time, and while they are written. */
const staysMs = 7_500;

const isWriting = () => document.activeElement instanceof HTMLTextAreaElement;

const Context = createContext<CallAtHand | null>(null);

/** The call of this desk, or the one that has just ended: nobody is cut off in mid-sentence because the customer hung up. */
export function CallAtHandProvider({ children }: { children: ReactNode }) {
  const call = useDesk(callOf);
  const isAfterCall = useDesk(availabilityOf).kind === 'afterCall';
  const [atHand, setAtHand] = useState<CallAtHand | null>(null);
  const callId = call?.callId ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the customer of a call stays the same.
  useEffect(() => {
    if (call !== null) {
      setAtHand({ callId: call.callId, customer: call.customer });
      return;
    }
    if (isAfterCall) return;
    let isOver = false;
    let isAnother = false;
    // What lies beneath would move away from under a pointer that is pressing it.
    let isPressed = false;
    const leave = () => {
      if (isOver && !isAnother && !isPressed && !isWriting()) setAtHand(null);
    };
    const timer = setTimeout(() => {
      isOver = true;
      leave();
    }, staysMs);
    const onFocusOut = () => setTimeout(leave);
    const onDown = () => {
      isPressed = true;
    };
    const onUp = () => {
      isPressed = false;
      setTimeout(leave);
    };
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('focusout', onFocusOut, { signal });
    document.addEventListener('pointerdown', onDown, { signal, capture: true });
    for (const up of ['pointerup', 'pointercancel'] as const)
      document.addEventListener(up, onUp, { signal, capture: true });
    return () => {
      // The button that answers the next call loses the focus as it goes: that call stays.
      isAnother = true;
      clearTimeout(timer);
      listening.abort();
    };
  }, [callId, isAfterCall]);
  return <Context value={atHand}>{children}</Context>;
}

export const useCallAtHand = (): CallAtHand | null => useContext(Context);
