import type { Command } from 'commander';
import { z } from 'zod';
import { readHours } from '../../domain/hours/read-hours.ts';
import type { LimitSet } from '../../domain/permission/rules.ts';
import { SettingsError } from '../settings/settings.ts';
import { type ChannelChange, type ChannelRow, changeChannel } from '../store/channels.ts';
import type { Db } from '../store/database.ts';
import { organisationSchema, readOrganisation, saveOrganisation } from './settings.ts';

type Shell = { withDatabase: (work: (db: Db) => Promise<void>) => Promise<void>; say: (line: string) => void };

const { afterCallSeconds, awayReasons, quickReplies } = organisationSchema.shape;

const yesOrNo = z.enum(['yes', 'no']).transform((word) => word === 'yes');

/** What was typed, as it is kept. */
const typedSchema = z.object({
  afterCallSeconds: z.coerce.number().pipe(afterCallSeconds.unwrap()).optional(),
  awayReasons: z
    .string()
    .transform((list) => list.split(',').flatMap((reason) => reason.trim() || []))
    .pipe(awayReasons.unwrap())
    .optional(),
  quickReplies: z
    .string()
    .transform((list) => list.split('|').flatMap((reply) => reply.trim() || []))
    .pipe(quickReplies.unwrap())
    .optional(),
  missedRingSetsAway: yesOrNo.optional(),
});

const channelSchema = z.object({
  channel: z.string().trim().min(1),
  callLimitMinutes: z.coerce.number().positive().max(1_440).optional(),
  permissionLimits: z.enum(['production', 'test-number', 'ten-calls', 'five-calls']).optional(),
  callingHours: z
    .string()
    .trim()
    .refine((text) => text === 'always' || readHours(text) !== null, {
      error: "write always, or for example 'mon-fri 09:00-17:00, sat 10:00-14:00 Asia/Jakarta'",
    })
    .optional(),
  callsOutsideHours: yesOrNo.optional(),
});

/** As they are typed. */
const limitWords: Record<NonNullable<z.infer<typeof channelSchema>['permissionLimits']>, LimitSet> = {
  production: 'production',
  'test-number': 'testNumber',
  'ten-calls': 'tenCalls',
  'five-calls': 'fiveCalls',
};

/** The commands for what is decided while the relay runs. It notices within a second or two; no restart is needed. */
export function organisationCommands(program: Command, { withDatabase, say }: Shell): void {
  program
    .command('settings')
    .description('show what the organisation has decided, and its channels')
    .action(() => withDatabase((db) => show(db, say)));

  program
    .command('set')
    .description('decide something for all agents; a running relay follows within two seconds')
    .option('--after-call-seconds <seconds>', 'time after each call before the next one rings; 0 for none')
    .option('--away-reasons <list>', 'what agents can be away for, with commas between')
    .option('--missed-ring-sets-away <yes|no>', 'whether an agent who lets a call ring out is set Away')
    .option('--quick-replies <texts>', 'what agents can pick when they write to a customer, with | between')
    .action(async (options) => {
      const change = understand(typedSchema, options);
      await withDatabase(async (db) => {
        await saveOrganisation(db, change);
        await show(db, say);
      });
    });

  program
    .command('set-channel')
    .description('decide something for one number, or for all; a running relay follows within two seconds')
    .requiredOption('--channel <id>', 'its phone number id, or all')
    .option('--call-limit-minutes <minutes>', 'how long a call may last; holds for calls that begin after it')
    .option(
      '--permission-limits <set>',
      "which of Meta's limits on calling customers hold where Meta has not said so itself: production, test-number, ten-calls or five-calls (a day)",
    )
    .option(
      '--calling-hours <hours>',
      "when agents may call customers: always, or for example 'mon-fri 09:00-17:00, sat 10:00-14:00 Asia/Jakarta'",
    )
    .option('--calls-outside-hours <yes|no>', 'whether agents may call customers all the same outside of those hours')
    .action(async (options) => {
      const { channel, ...decided } = understand(channelSchema, options);
      const change = toChange(decided);
      if (Object.keys(change).length === 0)
        throw new SettingsError('Nothing was decided. "set-channel --help" shows what can be.');
      await withDatabase(async (db) => {
        const changed = await changeChannel(db, channel, change);
        if (changed === 0) throw new SettingsError(`There is no channel ${channel}. "settings" shows those there are.`);
        await show(db, say);
      });
    });
}

async function show(db: Db, say: Shell['say']): Promise<void> {
  const settings = await readOrganisation(db);
  const channels = await db.selectFrom('channel').selectAll().orderBy('id').execute();
  say(`After-call time: ${settings.afterCallSeconds === 0 ? 'none' : `${settings.afterCallSeconds} s`}`);
  say(`Away reasons: ${settings.awayReasons.length === 0 ? 'none' : settings.awayReasons.join(', ')}`);
  say(`A missed ring sets Away: ${settings.missedRingSetsAway ? 'yes' : 'no'}`);
  say(`Quick replies: ${settings.quickReplies.length === 0 ? 'none' : settings.quickReplies.join(' | ')}`);
  for (const channel of channels) {
    const minutes = Number((channel.call_limit_ms / 60_000).toFixed(2));
    const facts = [
      `a call lasts at most ${minutes} min`,
      `limits on calling customers: ${wordOf(channel.permission_limits)}`,
      `customers are called: ${hoursOf(channel)}`,
    ];
    say(`Channel ${channel.id} (${channel.name}): ${facts.join('; ')}`);
  }
}

function toChange({
  callLimitMinutes,
  permissionLimits,
  callingHours,
  callsOutsideHours,
}: Omit<z.infer<typeof channelSchema>, 'channel'>): ChannelChange {
  return {
    ...(callLimitMinutes === undefined ? {} : { call_limit_ms: Math.round(callLimitMinutes * 60_000) }),
    ...(permissionLimits === undefined ? {} : { permission_limits: limitWords[permissionLimits] }),
    ...(callingHours === undefined ? {} : { calling_hours: callingHours === 'always' ? null : callingHours }),
    ...(callsOutsideHours === undefined ? {} : { calls_outside_hours: callsOutsideHours ? 1 : 0 }),
  };
}

function hoursOf({ calling_hours: hours, calls_outside_hours: outside }: ChannelRow): string {
  if (hours === null) return 'always';
  return outside === 1 ? `${hours}, and outside of that too for now` : hours;
}

function wordOf(set: LimitSet): string {
  return Object.entries(limitWords).find(([, one]) => one === set)?.[0] ?? set;
}

/** @throws SettingsError naming the option */
function understand<Schema extends z.ZodType>(schema: Schema, options: unknown): z.infer<Schema> {
  const input = schema.safeParse(options);
  if (input.success) return input.data;
  const issue = input.error.issues[0];
  const option = String(issue?.path[0] ?? '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new SettingsError(`--${option}: ${issue?.message}`);
}
