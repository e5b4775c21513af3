import '../kit/tokens.css';
import '../kit/ground.css';
import { createRoot } from 'react-dom/client';
import type { CardBridge } from '../../src/contract/window/bridge.ts';
import { learnNumbers } from '../softphone/words/number.ts';
import { Card } from './card.tsx';

declare global {
  interface Window {
    /** Set by the preload of Electron's call card. */
    ringdeskCard?: CardBridge;
  }
}

const bridge = window.ringdeskCard;
if (bridge === undefined) throw new Error('This page belongs into the call card of the Ringdesk application');

void learnNumbers();
createRoot(document.getElementById('root') ?? document.body).render(<Card bridge={bridge} />);
