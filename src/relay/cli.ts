import { flushCompileCache } from 'node:module';
import { Command } from 'commander';
import { createLog } from './log.ts';
import { organisationCommands } from './organisation/commands.ts';
import { agentByEmail, newAgentSchema, saveAgent } from './people/agents.ts';
import { revokeAll } from './people/sessions.ts';
import { readDataDir, readSettings, SettingsError } from './settings/settings.ts';
import { type Db, openDatabase } from './store/database.ts';
import { FolderTaken } from './store/sole-relay.ts';

const program = new Command('ringdesk-relay').description('The relay of Ringdesk. Settings: docs/relay.md.');

program.action(async () => {
  const settings = readSettings(process.env);
  const log = createLog(settings.RINGDESK_LOG_LEVEL);
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'A promise was left alone'));
  // Only here: a command need not wait for the server's libraries.
  const { startRelay } = await import('./relay.ts');
  const relay = await startRelay(settings, log);
  // With NODE_COMPILE_CACHE set, the next start is quicker also when this one is killed.
  flushCompileCache();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'Relay is stopping');
      relay.close().then(
        () => process.exit(0),
        (error) => {
          log.error({ err: error }, 'Relay did not stop cleanly');
          process.exit(1);
        },
      );
    });
  }
});

program
  .command('add-agent')
  .description('make a user, or give an existing one a new password, role and channels')
  .requiredOption('--email <address>')
  .requiredOption('--password <password>')
  .requiredOption('--role <role>', 'agent, supervisor or admin')
  .option('--channels <ids>', 'all, or ids with commas between', 'all')
  .option('--name <name>')
  .action(async (options) => {
    const input = newAgentSchema.safeParse(options);
    if (!input.success) {
      const issue = input.error.issues[0];
      throw new SettingsError(`--${issue?.path.join('.')}: ${issue?.message}`);
    }
    await withDatabase(async (db) => {
      const { agent, created } = await saveAgent(db, input.data, Date.now());
      say(`${created ? 'Created' : 'Changed'} ${agent.role} ${agent.name} <${agent.email}>`);
    });
  });

program
  .command('sign-out')
  .description('end all sign-ins of a user; a running relay notices within half a minute')
  .requiredOption('--email <address>')
  .action(async ({ email }: { email: string }) => {
    await withDatabase(async (db) => {
      const agent = await agentByEmail(db, email);
      if (!agent) throw new SettingsError(`Nobody has the address ${email}.`);
      say(`Ended ${await revokeAll(db, agent.id)} sign-ins of ${agent.name}`);
    });
  });

organisationCommands(program, { withDatabase, say });

try {
  await program.parseAsync();
} catch (error) {
  const line =
    error instanceof SettingsError || error instanceof FolderTaken
      ? error.message
      : error instanceof Error && 'code' in error
        ? startProblem(error)
        : null;
  if (line === null) throw error;
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}

async function withDatabase(work: (db: Db) => Promise<void>): Promise<void> {
  const db = await openDatabase(readDataDir(process.env));
  try {
    await work(db);
  } finally {
    await db.destroy();
  }
}

function startProblem(error: Error & { code?: unknown }): string | null {
  if (error.code === 'EADDRINUSE')
    return 'RINGDESK_PORT is in use by another program. Choose another port, or stop the other relay.';
  if (error.code === 'EACCES') return `RINGDESK_DATA_DIR or RINGDESK_PORT cannot be used: ${error.message}`;
  return null;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
