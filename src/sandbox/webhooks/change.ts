/** One thing that Meta wants to tell the business, before it is put into an envelope. */

export type Change = {
  readonly field: string;
  readonly value: unknown;
  /** Unix seconds; with news of the account, where Meta says it in the envelope. */
  readonly time?: number;
  /** What it is about, for tests and for nasty deliveries. */
  readonly about: {
    readonly kind: 'connect' | 'terminate' | 'status' | 'message' | 'other';
    readonly id?: string;
    readonly word?: string;
  };
};

export const envelope = (wabaId: string, changes: readonly Change[]): unknown => ({
  object: 'whatsapp_business_account',
  entry: [{ id: wabaId, ...timeOf(changes), changes: changes.map(({ field, value }) => ({ value, field })) }],
});

const timeOf = (changes: readonly Change[]): { time?: number } => {
  const time = changes.find((change) => change.time !== undefined)?.time;
  return time === undefined ? {} : { time };
};
