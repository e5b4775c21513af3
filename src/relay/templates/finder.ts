import { nearestFirst } from '../../domain/templates/nearest.ts';
import type { Template } from '../../domain/templates/template.ts';
import { countryOf } from '../calls/country.ts';
import type { TemplateBook } from './book.ts';

/** How long Meta's list is taken for true, ms. */
const freshFor = 10 * 60_000;

/** The templates for a customer, the best first; `none`: the account has no approved one · `unknown`: Meta's list could not be had. */
export type FoundTemplates<One> =
  | { status: 'found'; templates: readonly One[] }
  | { status: 'none' }
  | { status: 'unknown' };

/** Finds the approved templates of an account that are good for something. */
export class TemplateFinder {
  readonly #book: TemplateBook;

  constructor(book: TemplateBook) {
    this.#book = book;
  }

  /** @param use a template as it is needed; null for one that does not do */
  async forCustomer<One extends { language: string }>(
    wabaId: string,
    phone: string | null,
    use: (template: Template) => One | null,
  ): Promise<FoundTemplates<One>> {
    const known = (await this.#book.fresh(wabaId, freshFor)) === null;
    const kept = await this.#kept(wabaId, phone, use);
    if (kept.length > 0) return { status: 'found', templates: kept };
    // An account without any is looked at again: somebody may be making one.
    if (!known || (await this.#book.sync(wabaId)) !== null) return { status: 'unknown' };
    const templates = await this.#kept(wabaId, phone, use);
    return templates.length === 0 ? { status: 'none' } : { status: 'found', templates };
  }

  /** What was sent was refused because of its template: the list is not believed any more. */
  forget(wabaId: string): void {
    this.#book.doubt(wabaId);
  }

  async #kept<One extends { language: string }>(
    wabaId: string,
    phone: string | null,
    use: (template: Template) => One | null,
  ): Promise<One[]> {
    const templates = (await this.#book.of([wabaId])).flatMap((one) => use(one) ?? []);
    return nearestFirst(templates, localeOf(phone));
  }
}

/** What most people of a country speak, by the number's country. */
function localeOf(phone: string | null): string | null {
  const country = countryOf(phone);
  if (country === null) return null;
  const { language, region } = new Intl.Locale(`und-${country}`).maximize();
  return `${language}-${region}`;
}
