import type { ProblemCode } from '../sentences.ts';

/** What Node and Chromium call the failures that a person or IT can mend. */
const known: readonly [RegExp, ProblemCode][] = [
  [/PROXY_SIGN_IN|PROXY_AUTH|\b407\b/, 'relay.proxySignIn'],
  [/PROXY|TUNNEL/, 'relay.proxy'],
  [/CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|CERT_DATE_INVALID/, 'relay.certificateDate'],
  [/CERT_ALTNAME_INVALID|CERT_COMMON_NAME_INVALID/, 'relay.certificateName'],
  [/CERT|SELF_SIGNED|UNABLE_TO_VERIFY_LEAF/, 'relay.certificate'],
  [/ENOTFOUND|NAME_NOT_RESOLVED/, 'relay.noSuchHost'],
];

/** Why nothing came back, as far as the error or what caused it tells; otherwise only that the server cannot be reached. */
export function whyUnreachable(error: unknown): ProblemCode {
  for (const name of namesIn(error, 4)) {
    const found = known.find(([pattern]) => pattern.test(name));
    if (found !== undefined) return found[1];
  }
  return 'relay.unreachable';
}

function namesIn(error: unknown, depth: number): string[] {
  if (typeof error === 'number') return [String(error)];
  if (typeof error !== 'object' || error === null || depth === 0) return [];
  const own = [Reflect.get(error, 'code'), Reflect.get(error, 'message')].filter((one) => typeof one === 'string');
  const causes = [Reflect.get(error, 'cause'), Reflect.get(error, 'description')];
  return [...own, ...causes.flatMap((cause) => namesIn(cause, depth - 1))];
}
