/** A button with which the customer calls, in a message or a template: how long its word may be, UTF-16 units (Meta calling reference §6.1, §6.2). */
export const longestButton = 20;

/** How long it may be good for, minutes (§6.1); one in a template for a day at least (§6.2). */
export const buttonLife = { least: 1, leastInTemplate: 1_440, most: 43_200 } as const;
