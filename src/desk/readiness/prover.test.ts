import { expect, test, vi } from 'vitest';
import type { VoiceCommand } from '../../contract/window/voice.ts';
import { createProver } from './prover.ts';

type Asked = Extract<VoiceCommand, { kind: 'prove' }>;

/** A prover at a voice page that answers when the test says so. */
function setup() {
  const asked: Asked[] = [];
  const prover = createProver({
    voice: { send: (command) => void (command.kind === 'prove' && asked.push(command)) },
    tell: async () => ({ ok: true }),
    isSeated: () => true,
    onProved: () => {},
    onSilence: () => {},
    now: () => 1_000,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  const answered = async (index: number) => {
    await vi.waitFor(() => expect(asked[index]).toBeDefined());
    const { id, listen } = asked[index] as Asked;
    prover.onVoice({ kind: 'proved', id, microphone: 'ok', output: true, heardAt: listen ? 1_000 : null });
    return listen;
  };
  return { prover, answered };
}

test('what changes while the desk proves itself is listened to by the next proof', async () => {
  const { prover, answered } = setup();
  const proved = prover.prove();
  // A headset: its output came first and began the proof, its microphone comes now.
  prover.changed();
  expect(await answered(0)).toBe(true);
  expect(await answered(1)).toBe(true);
  await proved;
});

test('what has been listened to is not opened again for every proof', async () => {
  const { prover, answered } = setup();
  const first = prover.prove();
  expect(await answered(0)).toBe(true);
  await first;
  const second = prover.prove();
  expect(await answered(1)).toBe(false);
  await second;
});
