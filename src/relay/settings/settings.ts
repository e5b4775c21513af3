import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { iceUrlSchema } from '../../contract/desk/ice.ts';

/** The settings of the relay, from the environment over `ringdesk.config.json`; each is documented in `docs/relay.md`. */
const text = z.string().trim().min(1);
const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));

export const settingsSchema = z.object({
  RINGDESK_HOST: text.default('127.0.0.1'),
  RINGDESK_PORT: z.coerce.number().int().min(0).max(65_535).default(4750),
  RINGDESK_DATA_DIR: text.default('./data'),
  RINGDESK_PUBLIC_URL: url.optional(),
  /** How long a call may ring in all, seconds. */
  RINGDESK_RING_SECONDS: z.coerce.number().int().min(5).max(60).default(45),
  /** How many agents ring at the same time. */
  RINGDESK_RINGS_AT_ONCE: z.coerce.number().int().min(1).max(50).default(1),
  /** How long a call may last on a channel that is new, minutes; parts of one are allowed. */
  RINGDESK_CALL_LIMIT_MINUTES: z.coerce.number().positive().max(1_440).default(30),
  /** STUN and TURN servers for the desks, with commas between. */
  RINGDESK_ICE_URLS: z
    .union([z.array(z.string()), z.string().transform((list) => list.split(','))])
    .default([])
    .transform((list) => list.map((one) => one.trim()).filter((one) => one !== ''))
    .pipe(z.array(iceUrlSchema).max(20)),
  /** What the relay shares with the TURN servers, to make credentials that run out. */
  RINGDESK_TURN_SECRET: text.optional(),
  RINGDESK_TURN_USERNAME: text.optional(),
  RINGDESK_TURN_PASSWORD: text.optional(),
  /** Whether sound must go through a TURN server. */
  RINGDESK_TURN_ONLY: z.union([z.boolean(), z.stringbool()]).default(false),
  RINGDESK_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  META_GRAPH_URL: url.default('https://graph.facebook.com/v25.0'),
  META_APP_SECRET: text,
  META_VERIFY_TOKEN: text,
  META_ACCESS_TOKEN: text,
  META_WABA_ID: text,
  META_PHONE_NUMBER_ID: text,
});
export type Settings = z.infer<typeof settingsSchema>;

/** A setting that is missing or malformed; the message is one line that names it and never its value. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * @param environment usually `process.env`
 * @param configFile read if it exists; the environment wins
 * @throws SettingsError
 */
export function readSettings(environment: NodeJS.ProcessEnv, configFile = 'ringdesk.config.json'): Settings {
  return parse(settingsSchema, { ...readConfig(configFile), ...present(environment) });
}

/** Only where the data lives, for commands that need no Meta account. @throws SettingsError */
export function readDataDir(environment: NodeJS.ProcessEnv, configFile = 'ringdesk.config.json'): string {
  const { RINGDESK_DATA_DIR } = parse(settingsSchema.pick({ RINGDESK_DATA_DIR: true }), {
    ...readConfig(configFile),
    ...present(environment),
  });
  return RINGDESK_DATA_DIR;
}

function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const name = issue?.path.join('.') ?? 'settings';
  const missing = issue?.code === 'invalid_type' && issue.message.includes('undefined');
  throw new SettingsError(`${name} ${missing ? 'is missing' : `is not valid: ${issue?.message}`}. See docs/relay.md.`);
}

/** An empty variable counts as not set. */
function present(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.keys(settingsSchema.shape).flatMap((key) => {
      const value = environment[key];
      return value === undefined || value === '' ? [] : [[key, value]];
    }),
  );
}

function readConfig(file: string): Record<string, unknown> {
  let content: string;
  try {
    content = readFileSync(resolve(file), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw new SettingsError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(content));
  } catch {
    throw new SettingsError(`${file} is not a JSON object.`);
  }
}
