/** What a customer is known by: the business-scoped user id first, the number second; either may be missing (Meta calling reference §2.3). */
export type Keys = { bsuid: string | null; phone: string | null };

export type KnownCustomer = Keys & { id: string; createdAt: number };

/** Who a contact is. */
export type Recognition = {
  /** The customer who it is; null: somebody new. */
  stays: string | null;
  /** Customers who turned out to be the same person, and are joined with the one who stays. */
  joins: readonly string[];
  /** Customers whose number belongs to somebody else now: numbers are handed on, and nobody may be called by another person's. */
  losesNumber: readonly string[];
};

/**
 * Who a contact is, among those who share a key with it. Two customers with different user ids are never the same person. Of those who are
 * the same, the one who was known first stays.
 */
export function recognise(known: readonly KnownCustomer[], { bsuid, phone }: Keys): Recognition {
  const byNumber = phone === null ? [] : known.filter((one) => one.phone === phone);
  if (bsuid === null) return byPhoneAlone(byNumber);
  const theirs = known.filter((one) => one.bsuid === bsuid);
  const nameless = byNumber.filter((one) => one.bsuid === null);
  const losesNumber = byNumber.filter((one) => one.bsuid !== null && one.bsuid !== bsuid).map(({ id }) => id);
  return { ...together([...theirs, ...nameless]), losesNumber };
}

/** The last who was met with a number has it, where several still seem to. */
function byPhoneAlone(byNumber: readonly KnownCustomer[]): Recognition {
  const holder = byNumber.filter(({ bsuid }) => bsuid !== null).sort((a, b) => byAge(b, a))[0];
  const nameless = byNumber.filter(({ bsuid }) => bsuid === null);
  return { ...together(holder === undefined ? nameless : [holder, ...nameless]), losesNumber: [] };
}

function together(same: readonly KnownCustomer[]): Pick<Recognition, 'stays' | 'joins'> {
  const [first, ...others] = [...same].sort(byAge);
  return { stays: first?.id ?? null, joins: others.map(({ id }) => id) };
}

/** Who was known first comes first; the same for whoever asks. */
export function byAge(a: Pick<KnownCustomer, 'id' | 'createdAt'>, b: Pick<KnownCustomer, 'id' | 'createdAt'>): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
