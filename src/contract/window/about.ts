/** What runs here, for a person and for whoever helps them. */
export type About = {
  version: string;
  /** Electron, Chromium, Node: what is known of them here. */
  runtimes: { name: string; version: string }[];
  /** What colleagues see this desk by. */
  deskName: string;
  /** The operating system, as far as the host may know. */
  system: string;
};

export type LogSaved = 'saved' | 'cancelled';
