/** The languages in which this computer writes dates and numbers, best first. The words of Ringdesk are English. */
export const systemLanguages: readonly string[] = globalThis.navigator?.languages ?? [];

const number = new Intl.NumberFormat([...systemLanguages]);

/** `1,000` or `1.000`, as this computer writes it. */
export const amount = (value: number): string => number.format(value);
