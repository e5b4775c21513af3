import type * as tls from 'node:tls';
import type { Log } from '../../../src/desk/ports.ts';

type Tls = Pick<typeof tls, 'getCACertificates' | 'setDefaultCACertificates'>;

/**
 * Has Node trust what this computer trusts, beside what Node brings along: a company that inspects its network puts its certificate
 * there. To be called before the first connection.
 */
export function trustTheSystem(tls: Tls, log: Log): void {
  try {
    const system = tls.getCACertificates('system');
    tls.setDefaultCACertificates([...new Set([...tls.getCACertificates('default'), ...system])]);
    log.info('certificates of this computer trusted', { count: system.length });
  } catch (error) {
    log.warn('certificates of this computer not read', { error });
  }
}
