import './tokens.css';
import './ground.css';
import { createRoot } from 'react-dom/client';
import { learnNumbers } from '../softphone/words/number.ts';
import { OneState } from './show/one-state.tsx';
import { PartsPage } from './show/parts-page.tsx';

/**
 * All parts together, in all states and both themes. With `?state=ringing&theme=dark&calls=many` only that state of the softphone,
 * as large as the window; `show/one-state.tsx` has the names.
 */
const asked = new URLSearchParams(window.location.search);
const theme = asked.get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;

const state = asked.get('state');
void learnNumbers();
createRoot(document.getElementById('root') ?? document.body).render(
  state === null ? (
    <PartsPage />
  ) : (
    <OneState state={state} calls={asked.get('calls') ?? 'few'} kind={asked.get('kind')} />
  ),
);
