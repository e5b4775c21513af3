import { type AskTemplate, chooseTemplate } from '../../domain/permission/template.ts';
import { countryOf } from '../calls/country.ts';
import type { GraphClient } from '../graph/client.ts';
import { listAskTemplates } from '../graph/templates.ts';

/** How long Meta's list is taken for true, ms. */
const freshFor = 10 * 60_000;

/** The template for a customer; `none`: the account has no approved one · `unknown`: Meta's list could not be had. */
export type FoundTemplate = { status: 'found'; template: AskTemplate } | { status: 'none' } | { status: 'unknown' };

/** The approved templates of each account that ask for permission, as Meta listed them lately. */
export class AskTemplates {
  readonly #graph: GraphClient;
  readonly #now: () => number;
  readonly #lists = new Map<string, { at: number; templates: AskTemplate[] }>();

  constructor({ graph, now }: { graph: GraphClient; now: () => number }) {
    this.#graph = graph;
    this.#now = now;
  }

  async forCustomer(wabaId: string, phone: string | null): Promise<FoundTemplate> {
    const templates = await this.#listOf(wabaId);
    if (templates === null) return { status: 'unknown' };
    const template = chooseTemplate(templates, localeOf(phone));
    return template === null ? { status: 'none' } : { status: 'found', template };
  }

  /** What was sent was refused because of its template: the list is not believed any more. */
  forget(wabaId: string): void {
    this.#lists.delete(wabaId);
  }

  async #listOf(wabaId: string): Promise<AskTemplate[] | null> {
    const known = this.#lists.get(wabaId);
    if (known && this.#now() - known.at < freshFor) return known.templates;
    const listed = await listAskTemplates(this.#graph, wabaId);
    if (listed.status !== 'listed') return known?.templates ?? null;
    // An account without any is looked at again: somebody may be making one.
    if (listed.templates.length > 0) this.#lists.set(wabaId, { at: this.#now(), templates: listed.templates });
    return listed.templates;
  }
}

/** What most people of a country speak, by the number's country. */
function localeOf(phone: string | null): string | null {
  const country = countryOf(phone);
  if (country === null) return null;
  const { language, region } = new Intl.Locale(`und-${country}`).maximize();
  return `${language}-${region}`;
}
