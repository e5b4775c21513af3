import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

/**
 * X.509 certificates for servers of a test (RFC 5280 §4.1), as a company's inspector makes them: one authority, unknown to the world,
 * that vouches for this machine. Nothing but node:crypto, which can sign but not write a certificate.
 */
export function createAuthority(name: string) {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    certificate: pem(certificate(name, name, own.publicKey, own.privateKey, [isAuthority])),
    /** For 127.0.0.1, valid between these instants (ms). */
    vouchFor(validFrom = Date.now() - 86_400_000, validTo = Date.now() + 86_400_000) {
      const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const made = certificate('127.0.0.1', name, server.publicKey, own.privateKey, [thisMachine], validFrom, validTo);
      return { cert: pem(made), key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }) };
    },
  };
}

const tlv = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
};
const sequence = (...parts: Buffer[]) => tlv(0x30, ...parts);
const bytes = (hex: string) => Buffer.from(hex, 'hex');
const oid = (hex: string) => tlv(0x06, bytes(hex));
const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const extension = (id: string, value: Buffer) => sequence(oid(id), tlv(0x04, value));
/** Basic constraints: an authority. */
const isAuthority = extension('551d13', sequence(tlv(0x01, bytes('ff'))));
/** Subject alternative name: the address 127.0.0.1. */
const thisMachine = extension('551d11', sequence(tlv(0x87, bytes('7f000001'))));
const named = (name: string) => sequence(tlv(0x31, sequence(oid('550403'), tlv(0x0c, Buffer.from(name)))));
const time = (instant: number) =>
  tlv(0x18, Buffer.from(`${new Date(instant).toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`));

function certificate(
  subject: string,
  issuer: string,
  publicKey: KeyObject,
  signer: KeyObject,
  extensions: Buffer[],
  from = Date.now() - 86_400_000,
  to = Date.now() + 86_400_000,
): Buffer {
  const told = sequence(
    tlv(0xa0, tlv(0x02, bytes('02'))),
    tlv(0x02, Buffer.concat([bytes('01'), Buffer.from(crypto.getRandomValues(new Uint8Array(8)))])),
    ecdsaWithSha256,
    named(issuer),
    sequence(time(from), time(to)),
    named(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(...extensions)),
  );
  const signature = createSign('sha256').update(told).sign(signer);
  return sequence(told, ecdsaWithSha256, tlv(0x03, bytes('00'), signature));
}

function pem(der: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}
