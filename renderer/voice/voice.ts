import { noIce } from '../../src/contract/desk/ice.ts';
import type { ChosenDevice, Device, VoiceCommand, VoiceEvent, VoicePort } from '../../src/contract/window/voice.ts';
import { usualRingtoneVolume } from '../../src/desk/ports.ts';
import type { MicrophoneProof } from '../../src/domain/readiness/readiness.ts';
import { type CallAudio, createCallAudio } from './call-audio.ts';
import { createDeskTest } from './desk-test.ts';
import { type DeviceLists, findDevice, listDevices } from './devices.ts';
import type { VoiceHeadset } from './headset/headset.ts';
import { hidOf } from './headset/web-hid.ts';
import { createLostOutput } from './lost-output.ts';
import { hasOutput, proveMicrophone } from './prove.ts';
import { createRingback } from './ringback.ts';
import { createRingtone } from './ringtone.ts';
import { createSpeaker } from './speaker.ts';

/** How the audio stands, for support and for measurements. Holds no secrets. */
export type VoiceInspection = {
  callId: string | null;
  connection: RTCPeerConnectionState | null;
  microphoneOpen: boolean;
  ringtone: boolean;
  /** The caller hears that it rings at the customer. */
  ringback: boolean;
  /** The ringtone plays once, for who wants to hear it. */
  ringtoneSample: boolean;
  ringtoneVolume: number;
  speaker: string;
  /** The device that rings. */
  ringtoneDevice: string;
  /** The headset is held, and no other program may have its buttons. */
  headsetOpen: boolean;
  getStats(): Promise<RTCStatsReport | null>;
  /** The customer's sound as it arrives; null without a call. */
  heard: MediaStream | null;
};

export type Voice = VoicePort & { inspect(): VoiceInspection };

/** The Network Information API, which TypeScript does not know: Chromium has it, others tell only online and offline. */
function connectionOf(navigator: Navigator): EventTarget | null {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return connection instanceof EventTarget ? connection : null;
}

/** The one owner of microphone, speaker and peer connection. One call at a time. */
export function createVoice({ asksPeople }: { asksPeople: boolean }): Voice {
  const listeners = new Set<(event: VoiceEvent) => void>();
  const speaker = createSpeaker();
  const lostOutput = createLostOutput((problem) => emit({ kind: 'speaker', problem }));
  const ringtone = createRingtone(usualRingtoneVolume);
  const ringback = createRingback();
  const chosen: Record<'microphone' | 'speaker' | 'ringtone', ChosenDevice> = {
    microphone: null,
    speaker: null,
    ringtone: null,
  };
  let devices: DeviceLists = { microphones: [], speakers: [] };
  let call: CallAudio | null = null;
  /** As it was found when it was listened to last. */
  let microphone: MicrophoneProof = 'ok';
  let heardAt: number | null = null;
  let testing: AbortController | null = null;
  let ice = noIce;
  let headset: VoiceHeadset | null = null;
  const hid = hidOf(navigator);
  // Nothing waits for it, so it is not part of the first screen.
  const loading =
    hid === null
      ? null
      : import('./headset/headset.ts').then(({ createHeadset }) => {
          headset = createHeadset({ hid, emit, labels: labelsInUse });
          return headset;
        });
  const withHeadset = (act: (headset: VoiceHeadset) => unknown) => void loading?.then(act);

  function emit(event: VoiceEvent): void {
    for (const listener of listeners) listener(event);
  }

  async function refreshDevices(): Promise<void> {
    const listed = await listDevices();
    if (call !== null) lostOutput.look(speaker.speakerId(), devices, listed);
    devices = listed;
    ringtone.choose(chosen.ringtone, devices.speakers);
    await speaker.choose(chosen.speaker, devices.speakers);
    ringback.route(speaker.speakerId());
    sayDevices();
    withHeadset(({ find }) => find());
  }

  /** What the agent speaks into and listens with, by name. */
  function labelsInUse(): string[] {
    const inUse = (device: ChosenDevice, listed: Device[]) =>
      findDevice(device, listed) ?? listed.find(({ deviceId }) => deviceId === 'default');
    const used = [inUse(chosen.microphone, devices.microphones), inUse(chosen.speaker, devices.speakers)];
    return used.flatMap((device) => (device === undefined ? [] : [device.label]));
  }

  /** Before the first microphone was allowed, the system lists none. */
  function onMicrophone(): void {
    if (devices.microphones.length === 0) void refreshDevices();
    else sayDevices();
  }

  function sayDevices(): void {
    const used = call?.line.microphoneId() ?? findDevice(chosen.microphone, devices.microphones)?.deviceId;
    emit({
      kind: 'devices',
      ...devices,
      microphone: used ?? 'default',
      speaker: speaker.speakerId(),
      ringtone: ringtone.deviceId(),
    });
  }

  /** A call that has the microphone proves it better than any test. */
  async function prove({ id, listen, ask }: Extract<VoiceCommand, { kind: 'prove' }>): Promise<void> {
    await refreshDevices();
    const inCall = call?.line.isOpen() === true;
    let heard = inCall;
    if (inCall) microphone = 'ok';
    else {
      testing = new AbortController();
      const test = { asksPeople, listen: listen && call === null, ask, known: microphone, stop: testing.signal };
      microphone = await proveMicrophone(chosen.microphone, devices.microphones, test);
      // A ring keeps it from listening, and a call may end it early: then it was not heard.
      heard = test.listen && !test.stop.aborted && microphone === 'ok';
      if (microphone !== 'unasked' && devices.microphones.length === 0) await refreshDevices();
    }
    if (heard) heardAt = Date.now();
    emit({ kind: 'proved', id, microphone, output: hasOutput(devices), heardAt });
  }

  const deskTest = createDeskTest({
    emit,
    chosenMicrophone: () => chosen.microphone,
    microphones: () => devices.microphones,
    speakerId: () => (speaker.speakerId() === 'default' ? '' : speaker.speakerId()),
    onMicrophone,
  });

  function prepare(callId: string, offer: string | null): void {
    if (call?.callId === callId) {
      void call.repeat();
      return;
    }
    endCall();
    call = createCallAudio(callId, offer, {
      emit,
      chosenMicrophone: () => chosen.microphone,
      microphones: () => devices.microphones,
      speaker,
      ice: () => ice,
      onMicrophone,
    });
  }

  function endCall(): void {
    call?.close();
    call = null;
    lostOutput.forget();
  }

  function send(command: VoiceCommand): void {
    switch (command.kind) {
      case 'prepare':
        ringtone.stopSample();
        deskTest.stop();
        prepare(command.callId, command.offer);
        break;
      case 'answer':
        testing?.abort();
        if (call?.callId === command.callId) void call.begin(null);
        break;
      case 'offer':
        ringtone.stopSample();
        deskTest.stop();
        prepare(command.callId, null);
        break;
      case 'takeAnswer':
        testing?.abort();
        if (call?.callId === command.callId) void call.begin(command.sdp);
        break;
      case 'ringback':
        ringback.set(command.on);
        break;
      case 'attach':
        if (call?.callId === command.callId) void call.line.attach();
        break;
      case 'close':
        if (call?.callId === command.callId) endCall();
        break;
      case 'mute':
        call?.line.setMuted(command.muted);
        break;
      case 'chooseMicrophone':
        chosen.microphone = command.device;
        if (call === null) void refreshDevices();
        else void call.line.reopen();
        break;
      case 'chooseSpeaker':
        chosen.speaker = command.device;
        lostOutput.forget();
        void refreshDevices();
        break;
      case 'chooseRingtoneDevice':
        chosen.ringtone = command.device;
        void refreshDevices();
        break;
      case 'setRingtoneVolume':
        ringtone.setVolume(command.volume);
        break;
      case 'playRingtone':
        ringtone.playOnce();
        break;
      case 'testDesk':
        testing?.abort();
        if (call === null || command.action === 'stop') deskTest.carryOut(command.action);
        break;
      case 'headset':
        withHeadset(({ takePart }) => takePart(command.call));
        break;
      case 'tryHeadset':
        withHeadset(({ tryOut }) => tryOut(command.on));
        break;
      case 'findHeadset':
        withHeadset(({ find }) => find());
        break;
      case 'retryMicrophone':
        void call?.line.reopen();
        break;
      case 'useIce':
        ice = command.ice;
        break;
      case 'testAudioPath':
        void import('./test-audio-path.ts').then(async ({ testAudioPath }) =>
          emit({ kind: 'audioPath', path: await testAudioPath(ice) }),
        );
        break;
      case 'ringtone':
        ringtone.set(command.on);
        break;
      case 'prove':
        void prove(command);
        break;
    }
  }

  navigator.mediaDevices?.addEventListener('devicechange', () => {
    void refreshDevices();
    void call?.line.onDevicesChanged();
  });

  for (const source of [window, connectionOf(navigator)])
    for (const change of ['online', 'change']) source?.addEventListener(change, () => emit({ kind: 'networkChanged' }));

  return {
    send,
    listen(listener) {
      listeners.add(listener);
      queueMicrotask(() => {
        listener({ kind: 'started' });
        if (loading === null) listener({ kind: 'headset', found: { status: 'unable' }, problem: null });
        withHeadset(({ report }) => report());
        void refreshDevices();
      });
      return () => listeners.delete(listener);
    },
    inspect: () => ({
      callId: call?.callId ?? null,
      connection: call?.peer.state() ?? null,
      microphoneOpen: (call?.line.isOpen() ?? false) || deskTest.isOpen(),
      ringtone: ringtone.isOn(),
      ringback: ringback.isOn(),
      ringtoneSample: ringtone.isSampled(),
      ringtoneVolume: ringtone.volume(),
      speaker: speaker.speakerId(),
      ringtoneDevice: ringtone.deviceId(),
      headsetOpen: headset?.isOpen() ?? false,
      getStats: async () => (await call?.peer.getStats()) ?? null,
      heard: call?.heard() ?? null,
    }),
  };
}
