import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSmallDesk, type SmallDesk } from '../desk/small-desk.ts';
import { createSmallRelay, type SmallRelay } from '../desk/small-relay.ts';
import { startBreakingGateway } from '../support/breaking-gateway.ts';
import { createAuthority } from '../support/certificate-authority.ts';
import { type CompanyProxy, type ProxyHabits, startCompanyProxy } from '../support/company-proxy.ts';
import { freePort } from '../support/relay-process.ts';
import { createSmallNetwork } from './small-network.ts';

vi.setConfig({ testTimeout: 60_000 });
const eventually = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 25_000, interval: 10 });
const word = 'a word that nobody else may read';

let relay: SmallRelay;
let proxy: CompanyProxy | null = null;
let small: SmallDesk | null = null;
let end: (() => Promise<void>) | null = null;

beforeEach(async () => {
  relay = await createSmallRelay();
});
afterEach(async () => {
  await small?.desk.stop();
  await proxy?.close();
  await end?.();
  await relay.goAway();
  small = null;
  proxy = null;
  end = null;
});

async function deskBehind(habits: ProxyHabits) {
  proxy = await startCompanyProxy(habits);
  const system = createSmallNetwork({ proxy: proxy.name });
  const desk = createSmallDesk(relay.url(), null, [], { network: system.network });
  small = desk;
  return { proxy, desk, ...system };
}

const signIn = (desk: SmallDesk) => desk.desk.command({ kind: 'signIn', email: 'budi@example.com', password: 'right' });
const online = (desk: SmallDesk) => eventually(() => expect(desk.view().connection.status).toBe('online'));

describe('a proxy', () => {
  test('carries every request and the WebSocket, and is named', async () => {
    const { proxy, desk } = await deskBehind({});
    await signIn(desk);
    await online(desk);
    expect(proxy.seen).toEqual([`POST ${relay.url()}/api/session`, `CONNECT ${new URL(relay.url()).host}`]);
    expect(await desk.desk.measureRelay()).toMatchObject({
      transport: 'websocket',
      way: { by: 'proxy', proxy: proxy.name, issuer: null },
    });
  });

  test('that lets no tunnel through is passed by polling', async () => {
    const { desk } = await deskBehind({ tunnels: 'refused' });
    await signIn(desk);
    await online(desk);
    expect(desk.view().network.slow).toBe(true);
    expect(await desk.desk.measureRelay()).toMatchObject({ transport: 'polling' });
  });

  test('that is not there is passed by the next way of the script', async () => {
    const { desk, say, proxy } = await deskBehind({});
    await signIn(desk);
    await online(desk);
    say(`PROXY 127.0.0.1:${await freePort()}; PROXY ${proxy.name}; DIRECT`);
    desk.desk.reconnect();
    await eventually(() => expect(proxy.seen.filter((line) => line.startsWith('CONNECT'))).toHaveLength(2));
    await online(desk);
  });

  test('that refuses is never gone around', async () => {
    const { desk, say, proxy } = await deskBehind({});
    await signIn(desk);
    await online(desk);
    proxy.change({ tunnels: 'refused' });
    say(`PROXY ${proxy.name}; DIRECT`);
    desk.desk.reconnect();
    await eventually(() => expect(desk.view().network.slow).toBe(true));
  });
});

describe('a proxy with a password', () => {
  const wants = { name: 'budi', password: word };

  test('is answered once by the person, and by Ringdesk ever after', async () => {
    const { proxy, desk, signIns, log } = await deskBehind({ wants });
    await signIn(desk);
    expect(desk.view()).toMatchObject({
      session: { status: 'signedOut', problem: { code: 'relay.proxySignIn' } },
      network: { proxyAsks: { proxy: proxy.name, refused: false } },
    });
    signIns.give({ proxy: proxy.name, ...wants });
    expect(desk.view().network.proxyAsks).toBeNull();
    await signIn(desk);
    await online(desk);
    expect(await desk.desk.measureRelay()).toMatchObject({ transport: 'websocket', way: { proxy: proxy.name } });
    expect(JSON.stringify([log.lines, desk.logged])).not.toContain(word);
  });

  test('that refuses a name is not told it again, for accounts are locked by that', async () => {
    const { proxy, desk, signIns } = await deskBehind({ wants });
    signIns.give({ proxy: proxy.name, name: 'budi', password: 'wrong' });
    await signIn(desk);
    expect(desk.view().network.proxyAsks).toEqual({ proxy: proxy.name, refused: true });
    expect(signIns.for(proxy.name)).toBeNull();
  });

  test('that is met by a desk with a saved sign-in is asked about, and then the desk is there', async () => {
    relay.tokens.add('token-1');
    proxy = await startCompanyProxy({ wants });
    const { network, signIns } = createSmallNetwork({ proxy: proxy.name });
    const desk = createSmallDesk(relay.url(), { relayUrl: relay.url(), token: 'token-1' }, [], { network });
    small = desk;
    await desk.desk.start();
    await eventually(() => expect(desk.view().network.proxyAsks).not.toBeNull());
    await eventually(() => expect(desk.view().connection).toMatchObject({ problem: { code: 'relay.proxySignIn' } }));
    signIns.give({ proxy: proxy.name, ...wants });
    await online(desk);
    expect(desk.view().network.slow).toBe(false);
  });
});

describe('a certificate', () => {
  test('that the company put into the system is trusted, behind its proxy too, and its issuer is named', async () => {
    const company = createAuthority('Nusa Network Inspection');
    const gateway = await startBreakingGateway(relay.url(), 'passes', company.vouchFor());
    end = gateway.close;
    proxy = await startCompanyProxy();
    const { network } = createSmallNetwork({ proxy: proxy.name, certificates: [company.certificate] });
    relay.tokens.add('token-1');
    const desk = createSmallDesk(gateway.url, { relayUrl: gateway.url, token: 'token-1' }, [], { network });
    small = desk;
    await desk.desk.start();
    await online(desk);
    expect(await desk.desk.measureRelay()).toMatchObject({
      transport: 'websocket',
      way: { by: 'proxy', issuer: 'Nusa Network Inspection' },
    });
  });

  test('that nobody vouches for is not taken, and the sentence says what IT has to do', async () => {
    const stranger = createAuthority('Somebody');
    const gateway = await startBreakingGateway(relay.url(), 'passes', stranger.vouchFor());
    end = gateway.close;
    const desk = createSmallDesk(gateway.url, null, [], { network: createSmallNetwork().network });
    small = desk;
    await signIn(desk);
    expect(desk.view().session).toMatchObject({ problem: { code: 'relay.certificate' } });
  });

  test('that does not hold yet makes the person look at the clock', async () => {
    const company = createAuthority('Nusa Network Inspection');
    const [tomorrow, nextYear] = [Date.now() + 86_400_000, Date.now() + 31_536_000_000];
    const gateway = await startBreakingGateway(relay.url(), 'passes', company.vouchFor(tomorrow, nextYear));
    end = gateway.close;
    relay.tokens.add('token-1');
    const { network } = createSmallNetwork({ certificates: [company.certificate] });
    const desk = createSmallDesk(gateway.url, { relayUrl: gateway.url, token: 'token-1' }, [], { network });
    small = desk;
    await desk.desk.start();
    await eventually(() =>
      expect(desk.view().connection).toMatchObject({ problem: { code: 'relay.certificateDate' } }),
    );
  });
});
