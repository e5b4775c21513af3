import { describe, expect, it } from 'vitest';
import { devicesOf, findDevice, isMissing } from './devices.ts';

const headset = { deviceId: 'a1', label: 'Headset' };
const laptop = { deviceId: 'b2', label: 'Built-in' };

describe('finding the headset again', () => {
  it('knows it by its id, even with another label', () => {
    expect(findDevice({ deviceId: 'a1', label: 'Old name' }, [laptop, headset])).toBe(headset);
  });

  it('knows it by its label when the id changed', () => {
    expect(findDevice({ deviceId: 'gone', label: 'Headset' }, [laptop, headset])).toBe(headset);
  });

  it('falls back to the system default and knows that this is not what was chosen', () => {
    expect(findDevice({ deviceId: 'gone', label: 'Gone' }, [laptop])).toBeNull();
    expect(isMissing({ deviceId: 'gone', label: 'Gone' }, [laptop])).toBe(true);
    expect(isMissing(null, [laptop])).toBe(false);
  });
});

describe('the list of devices', () => {
  const input = (deviceId: string, label: string) => ({ deviceId, label, kind: 'audioinput' as const });

  it('begins with the default and leaves the communications twin out', () => {
    const all = [input('communications', 'Communications'), input('a1', 'Headset')];
    expect(devicesOf(all, 'audioinput').map((device) => device.deviceId)).toEqual(['default', 'a1']);
  });

  it('is empty before the microphone was allowed', () => {
    expect(devicesOf([input('', '')], 'audioinput')).toEqual([]);
  });
});
