/**
 * What a headset may declare, as a usage of 32 bits: the page in the upper half. USB HID Usage Tables 1.5, §14 "Telephony Device Page
 * (0x0B)" and §11 "LED Page (0x08)".
 */
export const telephonyPage = 0x0b;

/** What a person does with a headset. Flash is read and does nothing: there is no second line to flash for. */
export const buttonUsages = { hook: 0x0b_0020, flash: 0x0b_0021, drop: 0x0b_0026, mute: 0x0b_002f } as const;
export type Button = keyof typeof buttonUsages;

/** What a headset is told. Some show it by a light, some by a sound, and those by radio open their link with Off-Hook. */
export const lightUsages = { mute: 0x08_0009, offHook: 0x08_0017, ring: 0x08_0018 } as const;
export type Light = keyof typeof lightUsages;
