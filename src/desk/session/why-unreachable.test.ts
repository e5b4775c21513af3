import { expect, test } from 'vitest';
import { whyUnreachable } from './why-unreachable.ts';

const withCode = (code: string) => Object.assign(new Error('it failed'), { code });

test.each([
  [withCode('ENOTFOUND'), 'relay.noSuchHost'],
  [new Error('net::ERR_NAME_NOT_RESOLVED'), 'relay.noSuchHost'],
  [new TypeError('fetch failed', { cause: withCode('CERT_NOT_YET_VALID') }), 'relay.certificateDate'],
  [new Error('net::ERR_CERT_DATE_INVALID'), 'relay.certificateDate'],
  [withCode('ERR_TLS_CERT_ALTNAME_INVALID'), 'relay.certificateName'],
  [withCode('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'), 'relay.certificate'],
  [withCode('SELF_SIGNED_CERT_IN_CHAIN'), 'relay.certificate'],
  [new Error('net::ERR_TUNNEL_CONNECTION_FAILED'), 'relay.proxy'],
  [new Error('net::ERR_PROXY_CONNECTION_FAILED'), 'relay.proxy'],
  [withCode('PROXY_SIGN_IN'), 'relay.proxySignIn'],
  [Object.assign(new Error('fetch read error'), { description: 407 }), 'relay.proxySignIn'],
  [Object.assign(new Error('fetch read error'), { description: withCode('PROXY_SIGN_IN') }), 'relay.proxySignIn'],
  [withCode('ECONNREFUSED'), 'relay.unreachable'],
  [new Error('websocket error'), 'relay.unreachable'],
  ['nothing', 'relay.unreachable'],
  [null, 'relay.unreachable'],
])('%s', (error, code) => expect(whyUnreachable(error)).toBe(code));
