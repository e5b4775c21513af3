import { jabraLike } from '../../src/domain/headset/samples.ts';
import { fakeHeadset, type WornHeadset } from './fake-headset.ts';
import type { Softphone } from './softphone.ts';

declare global {
  interface Window {
    /** The headset that {@link wearHeadset} put on. */
    ringdeskWorn?: WornHeadset;
  }
}

export const headsetName = 'Jabra Evolve2 65';

export type WornState = ReturnType<WornHeadset['state']>;

/** The headset as the person has it on. */
export type Worn = {
  press(button: 'call' | 'mute'): Promise<void>;
  unplug(): Promise<void>;
  plug(): Promise<void>;
  holdElsewhere(held: boolean): Promise<void>;
  state(): Promise<WornState>;
};

/**
 * Puts a headset in the place of Chromium's WebHID, which no test can plug anything into, and starts the page anew that holds it. What
 * the product does with it is the product's own. In a browser the page has it only once it has asked.
 */
export async function wearHeadset({ host, voice }: Softphone): Promise<Worn> {
  const setup = JSON.stringify({ name: headsetName, collections: jabraLike, asks: host === 'browser' });
  await voice.addInitScript(`{
    const { hid, worn } = (${fakeHeadset.toString()})(${setup});
    Object.defineProperty(navigator, 'hid', { value: hid });
    window.ringdeskWorn = worn;
  }`);
  await voice.reload();
  const ask = <T>(act: (worn: WornHeadset, argument: string) => T, argument = '') =>
    voice.evaluate(`(${act.toString()})(window.ringdeskWorn, ${JSON.stringify(argument)})`) as Promise<T>;
  return {
    press: (button) => ask((worn, pressed) => worn.press(pressed === 'mute' ? 'mute' : 'call'), button),
    unplug: () => ask((worn) => worn.unplug()),
    plug: () => ask((worn) => worn.plug()),
    holdElsewhere: (held) => ask((worn, other) => worn.holdElsewhere(other === 'held'), held ? 'held' : ''),
    state: () => ask((worn) => worn.state()),
  };
}
