import './kit/tokens.css';
import './kit/ground.css';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { createOneTab } from './host/browser/one-tab.ts';
import { createBrowserPreferences } from './host/browser/preferences.ts';
import { type BrowserHost, createBrowserHost } from './host/browser-host.ts';
import { OtherTab } from './softphone/other-tab.tsx';
import { Starting } from './softphone/sign-in/starting.tsx';
import { Softphone } from './softphone/softphone.tsx';
import { learnNumbers } from './softphone/words/number.ts';
import { createVoice, type Voice } from './voice/voice.ts';

declare global {
  interface Window {
    /** The page's voice, for diagnostics and measurements; `inspect()` says what it holds. */
    ringdeskVoiceInspector?: Voice;
  }
}

// The page's policy forbids making code from text, which zod would otherwise try.
config({ jitless: true });

void learnNumbers();
const root = createRoot(document.getElementById('root') ?? document.body);
const voice = createVoice({ asksPeople: true });
const preferences = createBrowserPreferences(localStorage, document.documentElement);
window.ringdeskVoiceInspector = voice;

const tab = createOneTab(navigator.locks, new BroadcastChannel('ringdesk.desk'), 'ringdesk.desk');
let desk: BrowserHost | null = null;

function show(): void {
  const state = tab.getState();
  if (state.status !== 'here') {
    desk?.close();
    desk = null;
  } else desk ??= createBrowserHost(voice, preferences, tab.tellOnCall);

  if (desk !== null) root.render(<Softphone host={desk.host} />);
  else if (state.status === 'elsewhere') root.render(<OtherTab onCall={state.onCall} onUse={tab.useThisTab} />);
  else root.render(<Starting />);
}

tab.subscribe(show);
show();
