/** One stretch of a report as WebHID tells it (`HIDReportItem`, https://wicg.github.io/webhid/#hidreportitem-dictionary). */
export type DeclaredItem = {
  /** Absolute: the value is a state. Relative: it is a push, and nothing more. */
  isAbsolute?: boolean;
  /** An array says which of its usages are on, a variable has a field for each. */
  isArray?: boolean;
  isRange?: boolean;
  usages?: readonly number[];
  usageMinimum?: number;
  usageMaximum?: number;
  /** Bits of one field, and how many fields there are. */
  reportSize?: number;
  reportCount?: number;
  logicalMinimum?: number;
};

export type DeclaredReport = { reportId?: number; items?: readonly DeclaredItem[] };

/** A collection as WebHID tells it (`HIDCollectionInfo`). */
export type DeclaredCollection = {
  usagePage?: number;
  children?: readonly DeclaredCollection[];
  inputReports?: readonly DeclaredReport[];
  outputReports?: readonly DeclaredReport[];
};

/** Whether anything in it belongs to the telephony page. */
export function isTelephony({ usagePage, children = [] }: DeclaredCollection, page: number): boolean {
  return usagePage === page || children.some((child) => isTelephony(child, page));
}

/**
 * The reports of a collection. Chromium lists those of its children in it too, in the order of their bits; where a parent leaves some
 * out, its children are asked.
 */
export function reportsOf(
  collection: DeclaredCollection,
  direction: 'inputReports' | 'outputReports',
): readonly DeclaredReport[] {
  const own = collection[direction] ?? [];
  const known = new Set(own.map(({ reportId }) => reportId));
  const more = (collection.children ?? []).flatMap((child) => reportsOf(child, direction));
  return [...own, ...more.filter(({ reportId }) => !known.has(reportId))];
}
