/**
 * The languages in which this computer writes dates ("today" too), numbers and the names of countries, best first. The words of
 * Ringdesk itself are English.
 */
export const systemLanguages: readonly string[] = globalThis.navigator?.languages ?? [];

const number = new Intl.NumberFormat([...systemLanguages]);

/** `1,000` or `1.000`, as this computer writes it. */
export const amount = (value: number): string => number.format(value);
