import type { LiveCall, Ring } from '../../src/contract/desk/socket.ts';
import { silentSdp } from '../../src/sandbox/sdp/canned.ts';
import { signIn, TestDesk } from './test-desk.ts';

export type Habits = {
  /** Whether to decline a ring instead of answering it. */
  declines: (ring: Ring) => boolean;
  /** Whether to hang up a call that is on. */
  hangsUp: (call: LiveCall) => boolean;
};

/** An agent who does the next right thing whenever the relay says how matters stand, however often it was interrupted. */
export class AutoDesk {
  readonly desk: TestDesk;
  readonly #answers = new Map<string, string>();

  static async open(relayUrl: string, email: string, habits: Habits): Promise<AutoDesk> {
    const { token } = await signIn(relayUrl, email);
    const auto = new AutoDesk(new TestDesk(relayUrl, token), habits);
    await auto.desk.next('sync');
    return auto;
  }

  constructor(desk: TestDesk, habits: Habits) {
    this.desk = desk;
    const { socket } = desk;
    const onRing = (ring: Ring) => {
      const { callId, ringId } = ring;
      if (habits.declines(ring)) return socket.emit('decline', { callId, ringId }, () => undefined);
      // A desk that answers again answers the same: its peer connection has not changed.
      const sdp = this.#answers.get(callId) ?? silentSdp('active', 'audio');
      this.#answers.set(callId, sdp);
      return socket.emit('answer', { callId, ringId, sdp }, () => undefined);
    };
    const onCall = (call: LiveCall) => {
      const { callId, phase } = call;
      if (phase === 'connecting') socket.emit('media.connected', { callId }, () => undefined);
      if (phase === 'onCall' && habits.hangsUp(call)) socket.emit('end', { callId }, () => undefined);
    };
    socket.on('ring', onRing);
    socket.on('call', onCall);
    socket.on('sync', ({ ring, call }) => {
      if (ring) onRing(ring);
      if (call) onCall(call);
    });
  }
}
