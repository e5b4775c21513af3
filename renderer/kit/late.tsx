import { type ComponentType, useEffect, useState } from 'react';
import { Button } from './button.tsx';
import styles from './late.module.css';
import { Note } from './note.tsx';

type Arrival<Props> = { status: 'coming' } | { status: 'here'; Part: ComponentType<Props> } | { status: 'failed' };

/** In milliseconds. */
const againAfter = 5_000;

/**
 * A part that is fetched when it is first shown, so that the first screen need not carry it. One that cannot be fetched says so in
 * its place and can be tried again; the rest of the window, a call above all, goes on.
 *
 * @param quiet for a small thing that nobody misses: it is tried again by itself, and nothing is said
 */
export function late<Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
  { quiet = false }: { quiet?: boolean } = {},
): ComponentType<Props> {
  let known: Arrival<Props> = { status: 'coming' };
  return function Late(props: Props) {
    const [arrival, setArrival] = useState(known);
    useEffect(() => {
      if (arrival.status !== 'coming') return;
      let shown = true;
      fetch().then(
        (Part) => {
          known = { status: 'here', Part };
          if (shown) setArrival(known);
        },
        () => {
          if (shown) setArrival({ status: 'failed' });
        },
      );
      return () => {
        shown = false;
      };
    }, [arrival]);
    useEffect(() => {
      if (!quiet || arrival.status !== 'failed') return;
      const timer = setTimeout(() => setArrival({ status: 'coming' }), againAfter);
      return () => clearTimeout(timer);
    }, [arrival]);
    switch (arrival.status) {
      case 'coming':
        return null;
      case 'here':
        return <arrival.Part {...props} />;
      case 'failed':
        return quiet ? null : (
          <div className={styles.place}>
            <Note tone="failure" action={<Button onPress={() => setArrival({ status: 'coming' })}>Try again</Button>}>
              This part of Ringdesk did not load. Check the network.
            </Note>
          </div>
        );
    }
  };
}
