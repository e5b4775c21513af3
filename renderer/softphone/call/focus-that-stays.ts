import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * When Answer is pressed, the button goes and the call comes. The focus that was on it stays in this place instead of falling back to the
 * top of the page. A place that had no focus is given none.
 * @param occupant changes when what stands in the place is another
 */
export function useFocusThatStays(occupant: string | null): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another occupant is the moment to look.
  useLayoutEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) place.current?.focus();
    const note = () => {
      hadFocus.current = place.current?.contains(document.activeElement) === true;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [occupant]);
  return place;
}
