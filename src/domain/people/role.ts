/** What a person may do: agents take calls, supervisors watch the board, admins run the console. */
export const roles = ['agent', 'supervisor', 'admin'] as const;

export type Role = (typeof roles)[number];
