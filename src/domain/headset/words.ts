/** What the buttons of a headset are for. */
export const buttonWords = ['answer', 'mute', 'end'] as const;
export type ButtonWord = (typeof buttonWords)[number];

/** What a press can ask for. */
export const headsetWishes = ['answer', 'decline', 'end', 'mute', 'unmute'] as const;
export type HeadsetWish = (typeof headsetWishes)[number];
