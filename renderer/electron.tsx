import './kit/tokens.css';
import './kit/ground.css';
import { createRoot } from 'react-dom/client';
import { createElectronHost } from './host/electron-host.ts';
import { Softphone } from './softphone/softphone.tsx';
import { learnNumbers } from './softphone/words/number.ts';

const bridge = window.ringdesk;
if (bridge === undefined) throw new Error('This page belongs into the window of the Ringdesk application');

void learnNumbers();
createRoot(document.getElementById('root') ?? document.body).render(<Softphone host={createElectronHost(bridge)} />);
