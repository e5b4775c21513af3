import { expect, test } from 'vitest';
import type { VoiceCommand, VoiceEvent } from '../../../../src/contract/window/voice.ts';
import { VoiceLine } from './port.ts';

function story() {
  const told: VoiceCommand[] = [];
  const heard: VoiceEvent[] = [];
  const line = new VoiceLine((command) => told.push(command));
  line.listen((event) => heard.push(event));
  return { told, heard, line };
}

const ringtone: VoiceCommand = { kind: 'ringtone', on: true };

test('a page that is not up is told nothing; once it is, it is told everything', () => {
  const { told, line } = story();
  line.send(ringtone);
  expect(told).toEqual([]);
  line.take({ kind: 'started' });
  line.send(ringtone);
  expect(told).toEqual([ringtone]);
});

test('after a crash the old page is not heard any more, until the new one has started', () => {
  const { told, heard, line } = story();
  line.take({ kind: 'started' });
  line.lose();
  line.take({ kind: 'connected', callId: 'c1' });
  line.send(ringtone);
  expect({ told, heard }).toEqual({ told: [], heard: [{ kind: 'started' }] });
  line.take({ kind: 'started' });
  line.take({ kind: 'connected', callId: 'c2' });
  expect(heard.slice(1)).toEqual([{ kind: 'started' }, { kind: 'connected', callId: 'c2' }]);
});

test('who stops listening hears nothing more', () => {
  const line = new VoiceLine(() => {});
  const heard: VoiceEvent[] = [];
  const stop = line.listen((event) => heard.push(event));
  stop();
  line.take({ kind: 'started' });
  expect(heard).toEqual([]);
});
