/** What a person may do: agents take calls, supervisors watch the board, admins run the console. */
export const roles = ['agent', 'supervisor', 'admin'] as const;

export type Role = (typeof roles)[number];

/** What an agent says of themselves. Only `available` is rung. */
export const availabilities = ['available', 'busy', 'break', 'away'] as const;

export type Availability = (typeof availabilities)[number];
