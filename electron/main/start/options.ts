import { findLink } from '../links/call-link.ts';

/** How this start was asked for: by the switches and the environment that IT, login items and tests use. */
export type StartOptions = {
  /** A link of another program that started it: `ringdesk://call/…` or `tel:…`. */
  link: string | null;
  /** `--hidden`: start into the tray, show no window. */
  hidden: boolean;
  /** `RINGDESK_USER_DATA`: where everything of this installation is kept, instead of the system's place. */
  userData: string | null;
  /** `RINGDESK_RELAY_URL`: the relay for this start, before the one in the settings. */
  relayUrl: string | null;
};

export function readStartOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): StartOptions {
  return {
    link: findLink(argv),
    hidden: argv.includes('--hidden'),
    userData: env.RINGDESK_USER_DATA || null,
    relayUrl: env.RINGDESK_RELAY_URL?.replace(/\/+$/, '') || null,
  };
}
