import type { Problem } from '../../src/contract/desk/words.ts';
import type { ChosenDevice, Device, VoiceEvent } from '../../src/contract/window/voice.ts';
import { problem } from '../../src/desk/sentences.ts';
import { openMicrophone } from './microphone.ts';

type MicrophoneState = Extract<VoiceEvent, { kind: 'microphone' }>['state'];

export type LinePorts = {
  chosen(): ChosenDevice;
  /** As they were listed last. */
  microphones(): Device[];
  /** Puts a track on the wire in place of the one before. */
  send(track: MediaStreamTrack): Promise<void>;
  silence(): MediaStreamTrack | null;
  onState(state: MicrophoneState, why: Problem | null): void;
  /** The microphone that is open now, for the level meter. */
  onTrack(track: MediaStreamTrack | null): void;
};

/**
 * The sending side of one call: a microphone, or silence while there is none. It is opened when the agent answers and put on
 * the wire when the call is attached; a change of device happens on the wire without a gap.
 */
export function createLine(ports: LinePorts) {
  let track: MediaStreamTrack | null = null;
  /** Every microphone that is open: the one before goes on until the next one is on the wire. */
  const microphones = new Set<MediaStreamTrack>();
  let state: MicrophoneState = 'closed';
  let attached = false;
  let muted = false;
  let closed = false;
  /** Only the newest attempt to open counts; an older one that comes back late is closed again. */
  let attempt = 0;

  function say(next: MicrophoneState, why: Problem | null): void {
    state = next;
    ports.onState(next, why);
  }

  async function open(news: Problem | null): Promise<void> {
    attempt += 1;
    const mine = attempt;
    if (track === null) say('opening', null);
    const opened = await openMicrophone(ports.chosen(), ports.microphones());
    if (closed || mine !== attempt) {
      if (opened.ok) opened.track.stop();
      return;
    }
    if (opened.ok) await use(opened.track, news ?? (opened.replaced ? problem('microphone.replaced') : null));
    else if (track !== null) say('live', opened.problem);
    else fail(opened.problem, news);
  }

  async function use(next: MediaStreamTrack, news: Problem | null): Promise<void> {
    const old = track;
    track = next;
    microphones.add(next);
    next.enabled = !muted;
    next.addEventListener('ended', () => void replaceLost(next));
    await putOnWire();
    // A call that closes leaves `replaceTrack` unsettled: then `close` is what stops them all.
    if (old !== null) stop(old);
    if (closed) return;
    ports.onTrack(next);
    say('live', news);
  }

  function stop(one: MediaStreamTrack): void {
    one.stop();
    microphones.delete(one);
  }

  function fail(why: Problem, news: Problem | null): void {
    say('failed', news !== null && why.code === 'microphone.none' ? problem('microphone.unplugged') : why);
  }

  /** `ended` comes only when the device went away, never from our own `stop`. */
  async function replaceLost(lost: MediaStreamTrack): Promise<void> {
    if (closed || track !== lost) return;
    track = null;
    stop(lost);
    ports.onTrack(null);
    await putOnWire();
    await open(problem('microphone.switched'));
  }

  async function putOnWire(): Promise<void> {
    const sent = track ?? ports.silence();
    if (!attached || closed || sent === null) return;
    await ports.send(sent);
  }

  return {
    open: () => open(null),
    async attach(): Promise<void> {
      attached = true;
      await putOnWire();
    },
    setMuted(next: boolean): void {
      muted = next;
      if (track !== null) track.enabled = !next;
    },
    /** Another device was chosen, or the agent wants to try again. */
    async reopen(): Promise<void> {
      if (state !== 'closed') await open(null);
    },
    /** A device came or went: one that was missing may be here now. */
    async onDevicesChanged(): Promise<void> {
      if (state === 'failed') await open(null);
    },
    microphoneId: () => track?.getSettings().deviceId ?? null,
    isOpen: () => track?.readyState === 'live',
    close(): void {
      closed = true;
      for (const one of microphones) stop(one);
      track = null;
      ports.onTrack(null);
      if (state !== 'closed') say('closed', null);
    },
  };
}
