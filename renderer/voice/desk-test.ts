import type { ChosenDevice, Device, VoiceCommand, VoiceEvent } from '../../src/contract/window/voice.ts';
import { createMeter, type Meter } from './levels.ts';
import { openMicrophone } from './microphone.ts';
import { type Played, play } from './play.ts';
import { recordSamples } from './record.ts';

export type DeskTestPorts = {
  emit(event: VoiceEvent): void;
  chosenMicrophone(): ChosenDevice;
  microphones(): Device[];
  /** An empty id is the system's default. */
  speakerId(): string;
  onMicrophone(): void;
};

type Action = Extract<VoiceCommand, { kind: 'testDesk' }>['action'];
type Stage = Extract<VoiceEvent, { kind: 'deskTest' }>['stage'];

/** How long a microphone may be listened to without a word from the agent: whoever goes away leaves none open. */
const longestMs = 60_000;
const recordMs = 3_000;

/** Two seconds of a calm tone that begins and ends in silence. */
export function testTone(sampleRate: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(2 * sampleRate);
  return samples.map((_, index) => {
    const seconds = index / sampleRate;
    return 0.2 * Math.min(1, seconds / 0.05, (2 - seconds) / 0.05) * Math.sin(2 * Math.PI * 523.25 * seconds);
  });
}

/** The agent tries the devices between calls. Nothing of it leaves this computer, and `stop` closes all of it. */
export function createDeskTest(ports: DeskTestPorts) {
  let track: MediaStreamTrack | null = null;
  let context: AudioContext | null = null;
  let meter: Meter | null = null;
  let played: Played | null = null;
  let stage: Stage = 'closed';
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the tests: what an older one still waits for comes too late. */
  let round = 0;

  function say(next: Stage): void {
    stage = next;
    ports.emit({ kind: 'deskTest', stage, problem: null });
  }

  function close(): void {
    round += 1;
    clearTimeout(timer);
    played?.stop();
    played = null;
    meter?.close();
    meter = null;
    track?.stop();
    track = null;
    context?.close().catch(() => undefined);
    context = null;
  }

  function stop(): void {
    close();
    if (stage !== 'closed') say('closed');
  }

  async function listen(): Promise<void> {
    close();
    const mine = round;
    say('opening');
    const opened = await openMicrophone(ports.chosenMicrophone(), ports.microphones());
    if (mine !== round) {
      if (opened.ok) opened.track.stop();
      return;
    }
    if (!opened.ok) {
      stage = 'closed';
      ports.emit({ kind: 'deskTest', stage, problem: opened.problem });
      return;
    }
    track = opened.track;
    track.addEventListener('ended', stop);
    context = new AudioContext();
    context.resume().catch(() => undefined);
    meter = createMeter(context, (levels) => ports.emit({ kind: 'levels', ...levels }));
    meter.setSent(track);
    timer = setTimeout(stop, longestMs);
    ports.onMicrophone();
    say('listening');
  }

  async function record(): Promise<void> {
    if (track === null || context === null || stage !== 'listening') return;
    const mine = round;
    say('recording');
    const samples = await recordSamples(track, context, recordMs);
    if (mine !== round) return;
    if (samples === null) {
      say('listening');
      return;
    }
    say('playing');
    const onEnd = () => {
      if (mine === round) say('listening');
    };
    played = play(() => samples, { deviceId: ports.speakerId(), gain: 1, loop: false, onEnd });
  }

  function tone(): void {
    stop();
    say('playing');
    played = play(testTone, { deviceId: ports.speakerId(), gain: 1, loop: false, onEnd: stop });
  }

  return {
    carryOut(action: Action): void {
      if (action === 'listen') void listen();
      if (action === 'record') void record();
      if (action === 'tone') tone();
      if (action === 'stop') stop();
    },
    stop,
    isOpen: () => track?.readyState === 'live',
  };
}
