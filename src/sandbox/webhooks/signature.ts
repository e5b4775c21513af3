/** The body and signature of a webhook as Meta sends them. Meta calling reference §8.2. */
import { createHmac } from 'node:crypto';

/** JSON with every non-ASCII character as lower-case `\u00xx` and every `/` as `\/`. */
export const metaJson = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/[\u007f-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('/', '\\/');

/** The header `X-Hub-Signature-256` over exactly these bytes. */
export const signature = (body: string, appSecret: string): string =>
  `sha256=${createHmac('sha256', appSecret).update(body, 'utf8').digest('hex')}`;
