import { requests } from '../chromium/requests.ts';
import { mapScheme } from '../chromium/scheme.ts';
import { refuseUnknown } from '../strict.ts';

type Implemented = 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled';

class Protocol implements Pick<Electron.Protocol, Implemented> {
  readonly schemes: Electron.CustomScheme[] = [];

  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    this.schemes.push(...schemes);
  }
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
    if (this.isProtocolHandled(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    mapScheme(scheme);
    requests.handlers.set(scheme, handler);
    requests.watch();
  }
  unhandle(scheme: string): void {
    if (!requests.handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  }
  isProtocolHandled(scheme: string): boolean {
    return requests.handlers.has(scheme);
  }
}
refuseUnknown(Protocol, 'protocol');

export const protocol = new Protocol();
