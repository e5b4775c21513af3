/**
 * Keeps people and secrets out of the log. Lines should carry neither (src/desk `Log`); this is the net beneath, for the error text
 * of a library, an address, a number that slipped into a sentence.
 */
const rules: readonly (readonly [RegExp, string])[] = [
  // A session description runs to the end of its text; a single line of one ends with its line.
  [/v=0\s*(?:\\r\\n|\\n|\r\n|\n)[\s\S]*/g, '[sdp]'],
  [/\b(?:ice-(?:ufrag|pwd|options)|fingerprint|crypto)[:=][^\n]*/gi, '[ice]'],
  [/\bcandidate:[^\n]*/gi, '[ice]'],
  [/\b(?:ufrag|usernameFragment|pwd)\b["']?\s*[:=]?\s*["']?[^\s"',}]+/gi, '[ice]'],
  [/[^\s"'<>()[\]{},;:=/\\@]+@[^\s"'<>()[\]{},;:=/\\@]+/g, '[e-mail]'],
  [/\b(bearer|basic)\s+[^\s"',]+/gi, '$1 [secret]'],
  [
    /\b((?:access_?|refresh_?|id_?)?token|password|secret|authorization|api_?key)(["']?\s*[:=]\s*["']?)[^\s"',&}]+/gi,
    '$1$2[secret]',
  ],
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, '[secret]'],
  // Long opaque words are keys until proved otherwise. Meta's call ids and UUIDs are how a line is understood.
  [
    /(?<![\w.-])(?!wacid\.|wamid\.)(?![0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-]))[\w-]{32,}={0,2}/gi,
    '[secret]',
  ],
  // A number as people write it: seven digits or more, with or without + and what stands between. Not within an id, and not a date.
  [
    /(?<![\w.-])(?!(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d))\+?\(?\d(?:[\s().\-/\u2010-\u2015\u00a0]{0,2}\d){6,}(?![\w])/g,
    '[number]',
  ],
  [/\+\d(?:[\s().\-/\u2010-\u2015\u00a0]{0,2}\d){5,}/g, '[number]'],
];

/** Facts by these names say nothing that a log should know, whatever they hold. */
const secretNames =
  /^(?:.*(?:token|password|secret|authorization|cookie)|sdp|offer|answer|phone|number|email|username|customer)$/i;

export function redact(text: string): string {
  return rules.reduce((line, [pattern, instead]) => line.replace(pattern, instead), text);
}

/** Facts as they may be written: secrets by name gone, every text redacted, errors as their words. */
export function redactFacts(facts: unknown, depth = 0): unknown {
  if (typeof facts === 'string') return redact(facts);
  if (facts === null || typeof facts !== 'object') return typeof facts === 'bigint' ? `${facts}` : facts;
  if (facts instanceof Error) return redact(facts.stack ?? `${facts.name}: ${facts.message}`);
  if (depth > 5) return '[deep]';
  if (Array.isArray(facts)) return facts.map((fact: unknown) => redactFacts(fact, depth + 1));
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      redact(name),
      secretNames.test(name) && fact !== null ? '[secret]' : redactFacts(fact, depth + 1),
    ]),
  );
}

/** One line for the file: the subject, then its facts. */
export function logLine(line: string, facts?: Record<string, unknown>): string {
  return facts === undefined ? redact(line) : `${redact(line)} ${JSON.stringify(redactFacts(facts))}`;
}
