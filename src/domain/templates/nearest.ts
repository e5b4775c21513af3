/**
 * Templates, the best for a customer first: in their language as spoken in their country, in their language, in English, others.
 *
 * @param locale such as `pt-BR`; null when nothing is known of the customer's language
 */
export function nearestFirst<One extends { language: string }>(
  templates: readonly One[],
  locale: string | null,
): One[] {
  const wanted = plain(locale ?? '');
  const language = (tag: string) => plain(tag).split('-')[0];
  const distance = (one: One) => {
    if (plain(one.language) === wanted) return 0;
    if (language(one.language) === language(wanted)) return 1;
    return language(one.language) === 'en' ? 2 : 3;
  };
  return [...templates].sort((a, b) => distance(a) - distance(b));
}

/** Meta writes `pt_BR`. */
function plain(tag: string): string {
  return tag.replace('_', '-').toLowerCase();
}
