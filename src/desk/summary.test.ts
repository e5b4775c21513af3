import { expect, it } from 'vitest';
import { summarize } from './summary.ts';
import { tellStory } from './testing/desk-story.ts';

const about = {
  version: '0.1.0',
  runtimes: [{ name: 'Electron', version: '45.4.1' }],
  deskName: 'DESK-14',
  system: 'linux',
};

it('says how the desk stands, and nothing of who calls or who sits there', () => {
  const view = tellStory().ready().ringing().agent({ kind: 'answer', callId: 'wacid.1' }).accepted().view();
  const text = summarize(about, { ...view, relayUrl: 'https://sari:secret@calls.nusa.example/x?token=abc' }, 0);
  expect(text).toContain('Ringdesk: 0.1.0\nElectron: 45.4.1\n');
  expect(text).toContain('Relay: calls.nusa.example\n');
  expect(text).toContain('Ringtone: System default, 70 %\n');
  expect(text).toContain('Headset buttons: none\n');
  expect(text).not.toMatch(/secret|abc|sari|Ada|6315553602|13175551399|budi@|offer of/i);
});
