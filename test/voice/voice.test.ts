import type { Browser } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { VoiceEvent } from '../../src/contract/window/voice.ts';
import { type BuiltPage, servePage } from '../support/built-page.ts';
import { createCustomer } from './customer.ts';
import { launchChromium, openVoicePage, type VoicePage } from './voice-page.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const callId = 'wacid.test';
const patience = { timeout: 15_000, interval: 50 };

let site: BuiltPage;
let browser: Browser;
let voice: VoicePage;
let customer: ReturnType<typeof createCustomer>;

beforeAll(async () => {
  site = await servePage('voice.html');
});
afterAll(() => site.close());

beforeEach(async () => {
  customer = createCustomer();
  voice = await openVoicePage(browser, site.url);
});
afterEach(async () => {
  await voice.close();
  customer.close();
});

async function eventWithin<Kind extends VoiceEvent['kind']>(timeout: number, kind: Kind) {
  const is = (one: VoiceEvent): one is Extract<VoiceEvent, { kind: Kind }> => one.kind === kind;
  return vi.waitFor(
    async () => {
      const found = (await voice.events()).filter(is).at(-1);
      if (found === undefined) throw new Error(`no ${kind} yet: ${JSON.stringify(await voice.events()).slice(0, 300)}`);
      return found;
    },
    { timeout, interval: 50 },
  );
}

const event = <Kind extends VoiceEvent['kind']>(kind: Kind) => eventWithin(patience.timeout, kind);

async function microphone(state: string): Promise<Extract<VoiceEvent, { kind: 'microphone' }>> {
  return vi.waitFor(async () => {
    const last = await event('microphone');
    expect(last.state).toBe(state);
    return last;
  }, patience);
}

/** Rings, is answered and connects, up to the moment before Meta accepts. */
async function connect(): Promise<string> {
  await event('started');
  await voice.send({ kind: 'prepare', callId, offer: await customer.offer() });
  const { sdp } = await event('prepared');
  expect(await voice.openTracks()).toBe(0);
  await voice.send({ kind: 'answer', callId });
  await customer.takeAnswer(sdp);
  await event('connected');
  return sdp;
}

const hears = (seconds: number) =>
  vi.waitFor(() => expect(customer.heard().seconds).toBeGreaterThan(seconds), { ...patience, timeout: 30_000 });

describe('a call with a microphone', () => {
  beforeAll(async () => {
    browser = await launchChromium(true);
  });
  afterAll(() => browser.close());

  it('is prepared with an answer that Meta takes', async () => {
    const sdp = await connect();
    expect(sdp.match(/a=fingerprint:sha-256 /g)).toHaveLength(1);
    expect(sdp).toContain('a=setup:active\r\n');
    expect(sdp).toContain('a=sendrecv\r\n');
    expect(sdp).not.toContain('candidate:');
    expect(sdp.match(/^m=/gm)).toHaveLength(1);
    expect(sdp.match(/^a=rtpmap:\d+ (?!opus\/48000\/2|telephone-event\/8000)/gm)).toBeNull();
    expect(new Set(sdp.match(/^a=ssrc:\d+/gm) ?? []).size).toBeLessThanOrEqual(1);
  });

  it('sends nothing before it is attached, then both sides hear each other', async () => {
    await connect();
    await microphone('live');
    await vi.waitFor(async () => expect(await voice.packetsReceived()).toBeGreaterThan(50), patience);
    expect(await voice.packetsSent()).toBe(0);
    expect(customer.packets()).toBe(0);
    expect(customer.heard().seconds).toBe(0);

    await voice.send({ kind: 'attach', callId });
    await vi.waitFor(async () => {
      const levels = (await voice.events()).filter((one) => one.kind === 'levels');
      expect(levels.filter((level) => level.heard > 0.1).length).toBeGreaterThan(20);
      expect(levels.filter((level) => level.sent > 0.01).length).toBeGreaterThan(3);
    }, patience);
    await hears(2);
  });

  it('plays the customer also when a way to them is found before their track is there', async () => {
    await voice.page.evaluate(() => {
      const listen = RTCPeerConnection.prototype.addEventListener;
      RTCPeerConnection.prototype.addEventListener = function (this: RTCPeerConnection, kind: string, then: unknown) {
        const late = async (event: Event) => {
          while (this.connectionState !== 'connected') {
            await new Promise((resolve) => listen.call(this, 'connectionstatechange', resolve, { once: true }));
          }
          (then as EventListener)(event);
        };
        listen.call(this, kind, kind === 'track' ? late : (then as EventListener));
      };
    });
    await connect();
    await voice.send({ kind: 'attach', callId });
    await vi.waitFor(async () => expect((await event('levels')).heard).toBeGreaterThan(0.1), patience);
  });

  it('keeps sending when it is muted, but only silence', async () => {
    await connect();
    await voice.send({ kind: 'attach', callId });
    await hears(0.3);
    await voice.send({ kind: 'mute', muted: true });
    const before = customer.packets();
    // What was said before the mute is still under way.
    await vi.waitFor(() => expect(customer.packets()).toBeGreaterThan(before + 30), patience);
    customer.listenAgain();
    await vi.waitFor(() => expect(customer.packets()).toBeGreaterThan(60), patience);
    expect(customer.heard().seconds).toBe(0);
    expect((await event('levels')).sent).toBe(0);
    await voice.send({ kind: 'mute', muted: false });
    await hears(0.3);
  });

  it('changes microphone and speaker while it goes on', async () => {
    await connect();
    await voice.send({ kind: 'attach', callId });
    await microphone('live');
    const other = await vi.waitFor(async () => {
      const devices = await event('devices');
      const [mic, speaker] = [devices.microphones.at(-1), devices.speakers.at(-1)];
      if (mic === undefined || speaker === undefined || mic.deviceId === 'default') throw new Error('no devices yet');
      return { mic, speaker };
    }, patience);
    await voice.send({ kind: 'chooseMicrophone', device: other.mic });
    await voice.send({ kind: 'chooseSpeaker', device: { deviceId: 'changed since', label: other.speaker.label } });
    await vi.waitFor(
      async () =>
        expect(await event('devices')).toMatchObject({
          microphone: other.mic.deviceId,
          speaker: other.speaker.deviceId,
        }),
      patience,
    );
    expect(await voice.openTracks()).toBe(1);
    customer.listenAgain();
    await hears(0.3);
  });

  it('sends silence and takes the next microphone when the headset is unplugged', async () => {
    await connect();
    await voice.send({ kind: 'attach', callId });
    await microphone('live');
    await voice.page.evaluate(() => window.openedTracks.at(-1)?.dispatchEvent(new Event('ended')));
    await vi.waitFor(
      async () => expect((await event('microphone')).problem?.code).toBe('microphone.switched'),
      patience,
    );
    customer.listenAgain();
    await hears(0.3);
  });

  it('goes on at the default output when the chosen one is unplugged, says so, and goes back', async () => {
    await connect();
    await voice.send({ kind: 'attach', callId });
    await microphone('live');
    const chosen = await vi.waitFor(async () => {
      const last = (await event('devices')).speakers.at(-1);
      if (last === undefined || last.deviceId === 'default') throw new Error('no devices yet');
      return last;
    }, patience);
    const hearsOn = (speaker: string) =>
      vi.waitFor(async () => expect(await event('devices')).toMatchObject({ speaker }), patience);
    await voice.send({ kind: 'chooseSpeaker', device: chosen });
    await hearsOn(chosen.deviceId);

    await voice.page.evaluate((id) => {
      const devices = navigator.mediaDevices;
      const listAll = devices.enumerateDevices.bind(devices);
      devices.enumerateDevices = async () => (await listAll()).filter(({ deviceId }) => deviceId !== id);
      devices.dispatchEvent(new Event('devicechange'));
      Object.assign(window, { plugIn: () => Object.assign(devices, { enumerateDevices: listAll }) });
    }, chosen.deviceId);
    await hearsOn('default');
    expect((await event('speaker')).problem?.code).toBe('speaker.switched');

    await voice.page.evaluate('plugIn().dispatchEvent(new Event("devicechange"))');
    await hearsOn(chosen.deviceId);
    expect((await event('speaker')).problem).toBeNull();
  });

  it('leaves no microphone open when it is over, and is ready for the next', async () => {
    await connect();
    await voice.send({ kind: 'attach', callId });
    await hears(0.3);
    await voice.send({ kind: 'close', callId });
    await voice.send({ kind: 'close', callId });
    await microphone('closed');
    expect(await voice.openTracks()).toBe(0);
    expect(await voice.inspect()).toEqual({ callId: null, microphoneOpen: false });

    customer.close();
    customer = createCustomer();
    await voice.page.evaluate(() => window.voiceEvents.splice(1));
    await connect();
    await voice.send({ kind: 'attach', callId });
    await hears(0.3);
  });

  it('leaves no microphone open when it is over in the middle of a change', async () => {
    await connect();
    await voice.send({ kind: 'attach', callId });
    await microphone('live');
    await voice.page.evaluate(() => {
      RTCRtpSender.prototype.replaceTrack = () => new Promise(() => {});
    });
    await voice.send({ kind: 'chooseMicrophone', device: null });
    await vi.waitFor(async () => expect(await voice.openTracks()).toBe(2), patience);
    await voice.send({ kind: 'close', callId });
    expect(await voice.openTracks()).toBe(0);
  });

  it('speaks through the default microphone when the system will not list its devices', async () => {
    await voice.page.evaluate(() => {
      navigator.mediaDevices.enumerateDevices = () => Promise.reject(new DOMException('busy', 'AbortError'));
    });
    const failures: Error[] = [];
    voice.page.on('pageerror', (error) => failures.push(error));
    await connect();
    await microphone('live');
    await voice.send({ kind: 'attach', callId });
    await hears(0.3);
    expect(failures).toEqual([]);
  });

  it('closes a microphone that opens after the call is over', async () => {
    await event('started');
    await voice.send({ kind: 'prepare', callId, offer: await customer.offer() });
    await event('prepared');
    await voice.page.evaluate((id) => {
      const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = (constraints) => {
        window.tellVoice({ kind: 'close', callId: id });
        return getUserMedia(constraints);
      };
      window.tellVoice({ kind: 'answer', callId: id });
    }, callId);
    await vi.waitFor(async () => expect(await voice.page.evaluate(() => window.openedTracks.length)).toBe(1), patience);
    await vi.waitFor(async () => expect(await voice.openTracks()).toBe(0), patience);
  });

  it('says that the network is being tried, and then that it is lost', async () => {
    await connect();
    await voice.send({ kind: 'attach', callId });
    customer.close();
    expect(await eventWithin(30_000, 'mediaProblem')).toMatchObject({
      fatal: false,
      problem: { code: 'media.reconnecting' },
    });
    await vi.waitFor(
      async () => expect(await event('mediaProblem')).toMatchObject({ fatal: true, problem: { code: 'media.lost' } }),
      { timeout: 45_000, interval: 200 },
    );
  });

  it('says that an offer is of no use', async () => {
    await voice.send({ kind: 'prepare', callId, offer: 'v=0\r\n' });
    expect(await event('mediaProblem')).toMatchObject({ fatal: true, problem: { code: 'media.offer' } });
  });

  it('rings and falls silent', async () => {
    const rings = () => voice.page.evaluate<boolean>('window.ringdeskVoiceInspector.inspect().ringtone');
    await voice.send({ kind: 'ringtone', on: true });
    expect(await rings()).toBe(true);
    await voice.send({ kind: 'ringtone', on: false });
    expect(await rings()).toBe(false);
  });
});

describe('a call without a microphone', () => {
  beforeAll(async () => {
    browser = await launchChromium(false);
  });
  afterAll(() => browser.close());

  it('says what to do and sends silence, so that the customer is heard', async () => {
    await connect();
    expect(await microphone('failed')).toMatchObject({ problem: { code: 'microphone.denied' } });
    expect(customer.packets()).toBe(0);
    await voice.send({ kind: 'attach', callId });
    await vi.waitFor(() => expect(customer.packets()).toBeGreaterThan(50), patience);
    expect(customer.heard().seconds).toBe(0);
    await vi.waitFor(async () => expect(await voice.packetsReceived()).toBeGreaterThan(50), patience);

    await voice.send({ kind: 'retryMicrophone' });
    await microphone('failed');
  });
});
