import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { meta } from '../test/support/relay-process.ts';

/** The floor of answering: a page with one bare RTCPeerConnection that does with Meta what a softphone must, and nothing else. */
export class BareDesk {
  readonly #page: Page;
  readonly #graphUrl: string;
  readonly webhookUrl: string;
  readonly #offers: (({ wacid, sdp }: { wacid: string; sdp: string }) => void)[] = [];
  readonly #close: () => void;

  static async open(page: Page, graphUrl: string): Promise<BareDesk> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        response.end('{"success":true}');
        const call = JSON.parse(Buffer.concat(chunks).toString()).entry[0].changes[0].value.calls?.[0];
        if (call?.event === 'connect') desk.#offers.shift()?.({ wacid: call.id, sdp: call.session.sdp });
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const desk = new BareDesk(page, graphUrl, (server.address() as AddressInfo).port, () => server.close());
    await page.exposeFunction('graph', (action: string, wacid: string, sdp: string) => desk.#ask(action, wacid, sdp));
    return desk;
  }

  private constructor(page: Page, graphUrl: string, port: number, close: () => void) {
    this.#page = page;
    this.#graphUrl = graphUrl;
    this.#close = close;
    this.webhookUrl = `http://127.0.0.1:${port}/`;
  }

  nextOffer(): Promise<{ wacid: string; sdp: string }> {
    return new Promise((resolve) => this.#offers.push(resolve));
  }

  /** Prepares the answer as a ringing softphone does. */
  prepare(sdp: string): Promise<void> {
    return this.#page.evaluate(async (offer) => {
      const connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
      await connection.setRemoteDescription({ type: 'offer', sdp: offer });
      const transceiver = connection.getTransceivers()[0];
      if (transceiver) transceiver.direction = 'sendrecv';
      const answer = await connection.createAnswer();
      Object.assign(window, { bare: { connection, transceiver, answer } });
    }, sdp);
  }

  /** Answers: pre_accept, ICE and DTLS, accept, microphone. @returns the instant of the click, ms since the epoch */
  answer(wacid: string): Promise<number> {
    return this.#page.evaluate(async (id) => {
      const { bare, graph } = window as unknown as {
        bare: { connection: RTCPeerConnection; transceiver: RTCRtpTransceiver; answer: RTCSessionDescriptionInit };
        graph: (action: string, wacid: string, sdp: string) => Promise<void>;
      };
      const clicked = Date.now();
      const constraints = { audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } };
      const microphone = navigator.mediaDevices.getUserMedia(constraints);
      const connected = new Promise<void>((resolve) => {
        bare.connection.onconnectionstatechange = () => bare.connection.connectionState === 'connected' && resolve();
      });
      // One fingerprint is all that Meta takes; Chromium writes one.
      const sdp = bare.answer.sdp ?? '';
      await Promise.all([bare.connection.setLocalDescription(bare.answer), graph('pre_accept', id, sdp)]);
      await connected;
      await graph('accept', id, sdp);
      const [track] = (await microphone).getAudioTracks();
      if (track) await bare.transceiver.sender.replaceTrack(track);
      return clicked;
    }, wacid);
  }

  hangUp(): Promise<void> {
    return this.#page.evaluate(() => {
      const { bare } = window as unknown as { bare: { connection: RTCPeerConnection; transceiver: RTCRtpTransceiver } };
      bare.transceiver.sender.track?.stop();
      bare.connection.close();
    });
  }

  close(): void {
    this.#close();
  }

  async #ask(action: string, wacid: string, sdp: string): Promise<void> {
    const response = await fetch(`${this.#graphUrl}/${meta.phoneNumberId}/calls`, {
      method: 'POST',
      headers: { authorization: `Bearer ${meta.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        messaging_product: 'whatsapp',
        call_id: wacid,
        action,
        session: { sdp_type: 'answer', sdp },
      }),
    });
    if (!response.ok) throw new Error(`${action}: ${await response.text()}`);
  }
}
