/** What a template leaves open: `{{1}}` or `{{topic}}`; Meta calling reference §12.6. */
const variable = /\{\{\s*(\w+)\s*\}\}/g;

/** What a text leaves open, each once, in the order in which it comes. */
export function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(variable)].map(([, name = '']) => name))];
}

export function countVariables(text: string): number {
  return variablesOf(text).length;
}

/** The text with its variables filled, to the letter. */
export function fill(text: string, valueFor: (name: string) => string): string {
  return text.replaceAll(variable, (_whole, name: string) => valueFor(name));
}

/** What a template leaves open may hold neither new lines nor tabs nor more than four spaces in a row. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The words of a text apart from its variables, also of languages that put no spaces between them. */
export function wordsAround(text: string): string[] {
  const around = text.replaceAll(variable, ' ');
  return [...words.segment(around)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
}

const words = new Intl.Segmenter('und', { granularity: 'word' });

export function isNumber(name: string): boolean {
  return /^\d+$/.test(name);
}
