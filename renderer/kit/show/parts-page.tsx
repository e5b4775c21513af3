import { fakeCards } from '../../card/fake-cards.ts';
import { fakeViews } from '../../host/fake-views.ts';
import { Parts } from './parts.tsx';
import styles from './parts-page.module.css';

const themes = ['light', 'dark'] as const;
const cards = Object.keys(fakeCards(0));
const states = [...Object.keys(fakeViews(0)), 'readyAsksForNotices', 'otherTab', 'otherTabOnCall'];

/** The parts side by side in both themes, then every state of the softphone in a frame of its own. */
export function PartsPage() {
  return (
    <div className={styles.desk}>
      <h1>Parts</h1>
      <div className={styles.pair}>
        {themes.map((theme) => (
          <div key={theme} className={styles.sheet} data-theme={theme}>
            <Parts />
          </div>
        ))}
      </div>
      <h1>Call card</h1>
      <Frames of={cards} size="card" />
      <h1>Softphone</h1>
      <Frames of={states} size="softphone" />
    </div>
  );
}

function Frames({ of, size }: { of: readonly string[]; size: 'card' | 'softphone' }) {
  return (
    <div className={styles.frames} data-size={size}>
      {of.map((state) =>
        themes.map((theme) => (
          <figure key={state + theme} className={styles.frame}>
            <figcaption>
              {state}, {theme}
            </figcaption>
            <iframe title={`${state}, ${theme}`} src={`kit.html?state=${state}&theme=${theme}`} loading="lazy" />
          </figure>
        )),
      )}
    </div>
  );
}
