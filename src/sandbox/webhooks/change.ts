/** One thing that Meta wants to tell the business, before it is put into an envelope. */

export type Change = {
  readonly field: string;
  readonly value: unknown;
  /** What it is about, for tests and for nasty deliveries. */
  readonly about: {
    readonly kind: 'connect' | 'terminate' | 'status' | 'message' | 'other';
    readonly id?: string;
    readonly word?: string;
  };
};

export const envelope = (wabaId: string, changes: readonly Change[]): unknown => ({
  object: 'whatsapp_business_account',
  entry: [{ id: wabaId, changes: changes.map(({ field, value }) => ({ value, field })) }],
});
