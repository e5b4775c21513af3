import { describe, expect, it } from 'vitest';
import { launchFixture, loaded, seen, sharedFixture } from './fixture/launch.ts';

const openMicrophone = async () => {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    return `${stream.getAudioTracks().length} track`;
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
};

describe('a page of the application', () => {
  const fixture = sharedFixture();

  it('is served by the application, from pages and workers alike', async () => {
    const { page } = fixture();
    const echoed = await page.evaluate(async () => {
      const bytes = await (await fetch('/echo', { method: 'POST', body: new Uint8Array([0, 1, 255]) })).arrayBuffer();
      const worker = new Worker('/worker.js');
      const said = await new Promise((resolve) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.postMessage('go');
      });
      return { bytes: [...new Uint8Array(bytes)], said, secure: window.isSecureContext };
    });
    expect(echoed).toEqual({ bytes: [0, 1, 255], said: 'from a worker', secure: true });
  });

  it('is held to its Content-Security-Policy', async () => {
    const { page } = fixture();
    expect(await page.evaluate(() => 'inlineScriptRan' in window)).toBe(false);
    const refused = page.evaluate(() => fetch('http://127.0.0.1:9/'));
    await expect(refused).rejects.toThrow('Failed to fetch');
  });

  it('goes nowhere that the application does not allow, and opens no window', async () => {
    const { app, page } = await launchFixture();
    await page.click('#away');
    await expect.poll(() => seen(app, 'will-navigate')).toEqual([['https://away.invalid/']]);
    await page.click('#popup');
    await page.evaluate(() => window.open('https://other.invalid/'));
    const asked = [['https://popup.invalid/'], ['https://other.invalid/']];
    await expect.poll(() => seen(app, 'window-open')).toEqual(asked);
    expect(page.url()).toBe('https://fixture.app.invalid/index.html#here');
    expect(app.windows()).toHaveLength(1);
  });

  it('hears the microphone only when the application allows it', async () => {
    const { app, page } = await launchFixture();
    expect(await page.evaluate(openMicrophone)).toBe('1 track');
    expect(await seen(app, 'permission')).toEqual([['media', ['audio'], 'app://fixture/index.html#here']]);
    await app.evaluate(() => {
      globalThis.fixture.allowed = false;
    });
    expect(await page.evaluate(openMicrophone)).toBe('NotAllowedError');
  });

  it('finds fake devices and a connection that works in a hidden window', async () => {
    const { app } = fixture();
    const opening = app.waitForEvent('window');
    await app.evaluate(async () => void (await globalThis.fixture.openWindow({ show: false })));
    const hidden = await loaded(await opening);
    const facts = await hidden.evaluate(async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
      near.onicecandidate = ({ candidate }) => candidate && far.addIceCandidate(candidate);
      far.onicecandidate = ({ candidate }) => candidate && near.addIceCandidate(candidate);
      for (const track of stream.getTracks()) near.addTrack(track, stream);
      const connected = new Promise((resolve) => {
        far.onconnectionstatechange = () => far.connectionState === 'connected' && resolve('connected');
      });
      await near.setLocalDescription();
      await far.setRemoteDescription(near.localDescription as RTCSessionDescription);
      await far.setLocalDescription();
      await near.setRemoteDescription(far.localDescription as RTCSessionDescription);
      const devices = await navigator.mediaDevices.enumerateDevices();
      const inputs = devices.filter(({ kind }) => kind === 'audioinput').length;
      return { state: await connected, inputs };
    });
    expect(facts.state).toBe('connected');
    expect(facts.inputs).toBeGreaterThan(1);
  });

  it('follows the colours of the desktop and of the application', async () => {
    const { app, page } = fixture();
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await background()).toBe('rgb(255, 255, 255)');
    await app.evaluate(({ nativeTheme }) => {
      nativeTheme.themeSource = 'dark';
    });
    await expect.poll(background).toBe('rgb(0, 0, 0)');
    await page.reload();
    expect(await background()).toBe('rgb(0, 0, 0)');
    await app.evaluate(({ nativeTheme, standIn }) => {
      nativeTheme.themeSource = 'system';
      standIn.setSystemDark(false);
    });
    await expect.poll(background).toBe('rgb(255, 255, 255)');
  });
});
