import type { LogSaved } from '../../../src/contract/window/about.ts';
import type { DeskView } from '../../../src/contract/window/view.ts';
import { summarize } from '../../../src/desk/summary.ts';
import { aboutThisPage } from './about.ts';

/** A page has no log of its own: what it saves is how it stands, as a download. */
export function saveSummary(view: DeskView): LogSaved {
  const text = summarize(aboutThisPage(navigator.userAgent), view, Date.now());
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'ringdesk-summary.txt';
  link.click();
  URL.revokeObjectURL(url);
  return 'saved';
}
