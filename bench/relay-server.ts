/** The relay with 1,000 agents who are signed in. Prints its address and their tokens. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { createLog } from '../src/relay/log.ts';
import { hashPassword } from '../src/relay/people/passwords.ts';
import { hashToken } from '../src/relay/people/sessions.ts';
import { startRelay } from '../src/relay/relay.ts';
import { readSettings } from '../src/relay/settings/settings.ts';
import { openDatabase } from '../src/relay/store/database.ts';
import { benchSecret } from './meta-webhooks.ts';

const [dataDir, count] = z.tuple([z.string(), z.coerce.number()]).parse(process.argv.slice(2));
const db = await openDatabase(dataDir);
const password_hash = await hashPassword('not used');
const tokens: string[] = [];
for (let index = 0; index < count; index++) {
  const agent = {
    id: randomUUID(),
    email: `agent${index}@example.com`,
    name: `Agent ${index}`,
    role: 'agent' as const,
  };
  const rest = { channels: '*', password_hash, availability: 'available' as const, created_at: 0 };
  await db
    .insertInto('agent')
    .values({ ...agent, ...rest })
    .execute();
  const token = `token-${index}`;
  const session = {
    token_hash: hashToken(token),
    agent_id: agent.id,
    created_at: 0,
    expires_at: Number.MAX_SAFE_INTEGER,
  };
  await db.insertInto('session').values(session).execute();
  tokens.push(token);
}
await db.destroy();

const settings = readSettings({
  RINGDESK_PORT: '0',
  RINGDESK_DATA_DIR: dataDir,
  RINGDESK_LOG_LEVEL: 'error',
  META_GRAPH_URL: 'http://127.0.0.1:9',
  META_APP_SECRET: benchSecret,
  META_VERIFY_TOKEN: 'verify',
  META_ACCESS_TOKEN: 'access',
  META_WABA_ID: '1',
  META_PHONE_NUMBER_ID: '2',
});
const relay = await startRelay(settings, createLog('error'));
process.stdout.write(`${JSON.stringify({ url: relay.url, tokens })}\n`);
