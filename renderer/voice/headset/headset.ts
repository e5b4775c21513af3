import type { HeadsetCallOfDesk } from '../../../src/contract/window/headset.ts';
import type { VoiceEvent } from '../../../src/contract/window/voice.ts';
import { problem } from '../../../src/desk/sentences.ts';
import { follow, press, pullOut, restingHeadset, tell } from '../../../src/domain/headset/headset.ts';
import { canDo, type HeadsetLayout, layoutOf } from '../../../src/domain/headset/layout.ts';
import { type Lights, noLights } from '../../../src/domain/headset/lights.ts';
import { preferred } from '../../../src/domain/headset/prefer.ts';
import type { Press } from '../../../src/domain/headset/read-report.ts';
import { beginTrial, type Trial, tryPress } from '../../../src/domain/headset/trial.ts';
import type { ButtonWord } from '../../../src/domain/headset/words.ts';
import { type Held, hold } from './held.ts';
import type { Hid, HidDevice } from './web-hid.ts';

export type HeadsetPorts = {
  hid: Hid;
  emit(event: VoiceEvent): void;
  /** What the chosen microphone and speaker are called. */
  labels(): string[];
};

type Found = { device: HidDevice; layout: HeadsetLayout; can: ButtonWord[] };

/** An agent who goes away in the middle of the trial leaves no headset open. */
const longestTrialMs = 120_000;

/**
 * The buttons and lights of the agent's headset, by standard WebHID telephony. It is open only while it rings, talks or is tried;
 * between calls other programs have it.
 */
export function createHeadset({ hid, emit, labels }: HeadsetPorts) {
  let found: Found | null = null;
  let held: Held | null = null;
  let shown: Lights | null = null;
  /** The one that did not open, until something else goes on: it is not asked again with every change. */
  let refused: HidDevice | null = null;
  let said: { device: HidDevice | undefined; code: 'headset.held' | 'headset.lights' | null } = {
    device: undefined,
    code: null,
  };
  let callOfDesk: HeadsetCallOfDesk = null;
  let trial: Trial | null = null;
  let trialEnds: ReturnType<typeof setTimeout> | undefined;
  let headset = restingHeadset;
  let settling = false;
  let stale = false;

  /** Says which headset there is and what hinders it, when that is news. */
  function say(code: 'headset.held' | 'headset.lights' | null): void {
    if (said.device === found?.device && said.code === code) return;
    said = { device: found?.device, code };
    report();
  }

  function report(): void {
    const what = found === null ? { status: 'none' as const } : foundInWords(found);
    emit({ kind: 'headset', found: what, problem: said.code === null ? null : problem(said.code) });
  }

  async function find(): Promise<void> {
    const devices = await hid.getDevices().catch(() => []);
    const candidates = devices.flatMap((device) => {
      const layout = layoutOf(device.collections);
      const { productName, vendorId, productId } = device;
      return layout === null ? [] : [{ device, productName, vendorId, productId, layout, can: canDo(layout) }];
    });
    // One that is in use stays in use while it is there.
    found = candidates.find(({ device }) => device === held?.device) ?? preferred(candidates, labels());
    if (found?.device !== said.device) say(null);
    void settle();
  }

  /** What goes on changed: the headset follows, and shows it. */
  function go(): void {
    headset = follow(headset, trial?.call ?? callOfDesk);
    void settle();
  }

  /** Opens, shows and closes one after the other, until the headset is as it is wanted. */
  async function settle(): Promise<void> {
    stale = true;
    if (settling) return;
    settling = true;
    while (stale) {
      stale = false;
      await settleOnce();
    }
    settling = false;
  }

  async function settleOnce(): Promise<void> {
    const wanted = headset.call === null ? null : found;
    // One that was pulled out while it was being opened is not open, though it is held.
    if (held !== null && (held.device !== wanted?.device || !held.device.opened)) {
      const old = held;
      held = null;
      await old.letGo();
    }
    if (wanted === null || wanted.device === refused) return;
    if (held === null) {
      try {
        held = await hold(wanted.device, wanted.layout, onPress);
        shown = null;
        say(null);
      } catch {
        refused = wanted.device;
        say('headset.held');
        if (trial !== null) tryOut(false);
        return;
      }
    }
    if (headset.call === null || shown === headset.told) return;
    const lights = headset.told;
    headset = tell(headset, shown ?? noLights, performance.now());
    try {
      await held.show(lights);
    } catch {
      // A headset that was pulled out is gone a moment later, and says so itself.
      if (held?.device.opened === true) say('headset.lights');
    }
    shown = lights;
  }

  function onPress(presses: Press[]): void {
    const done = press(headset, presses, performance.now());
    headset = done.headset;
    if (done.tellAgain) {
      shown = null;
      void settle();
    }
    if (done.wish === null) return;
    if (trial !== null) {
      trial = tryPress(trial, found?.can ?? [], done.wish);
      emit({ kind: 'headsetTrial', trial: { asks: trial.asks, arrived: [...trial.arrived] } });
      go();
    } else if (callOfDesk !== null) emit({ kind: 'headsetWish', callId: callOfDesk.callId, wish: done.wish });
  }

  function tryOut(on: boolean): void {
    clearTimeout(trialEnds);
    const begins = on && found !== null && callOfDesk === null;
    if (!begins && trial === null) {
      if (on) emit({ kind: 'headsetTrial', trial: null });
      return;
    }
    trial = begins && found !== null ? beginTrial(found.can) : null;
    emit({ kind: 'headsetTrial', trial: trial === null ? null : { asks: trial.asks, arrived: [] } });
    if (begins) {
      refused = null;
      trialEnds = setTimeout(() => tryOut(false), longestTrialMs);
    }
    go();
  }

  for (const change of ['connect', 'disconnect'])
    hid.addEventListener(change, (event) => {
      // What was pulled out is closed by the browser; it must be opened anew when it is back.
      if (change === 'disconnect' && held !== null && Reflect.get(event, 'device') === held.device) {
        held.forget();
        held = null;
        headset = pullOut(headset);
      }
      refused = null;
      void find();
    });
  void find();

  return {
    /** The agent allowed one, chose other devices, or the system lists others. */
    find,
    /** For a desk that begins to listen. */
    report,
    takePart(call: HeadsetCallOfDesk): void {
      if (call !== null && trial !== null) tryOut(false);
      if (call?.callId !== callOfDesk?.callId) refused = null;
      callOfDesk = call;
      go();
    },
    tryOut,
    isOpen: () => held !== null,
  };
}
export type VoiceHeadset = ReturnType<typeof createHeadset>;

function foundInWords({ device, can }: Found) {
  return { status: 'found' as const, name: device.productName.trim() || 'Headset', can: [...can] };
}
