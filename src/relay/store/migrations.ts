import { type Kysely, sql } from 'kysely';
import type { Migration, MigrationProvider } from 'kysely/migration';

/** The schema, step by step; SQL that SQLite and PostgreSQL both speak. A step that was released is never changed. */
const migrations: Record<string, Migration> = {
  '001-foundation': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('channel')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('waba_id', 'text', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('number', 'text')
        .execute();
      await db.schema
        .createTable('customer')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('bsuid', 'text', (c) => c.unique())
        .addColumn('phone', 'text')
        .addColumn('name', 'text')
        .addColumn('username', 'text')
        .addColumn('created_at', 'bigint', (c) => c.notNull())
        .execute();
      await db.schema.createIndex('customer_phone').on('customer').column('phone').execute();
      await db.schema
        .createTable('agent')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('email', 'text', (c) => c.notNull().unique())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('channels', 'text', (c) => c.notNull())
        .addColumn('password_hash', 'text', (c) => c.notNull())
        .addColumn('availability', 'text', (c) => c.notNull())
        .addColumn('disabled', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('created_at', 'bigint', (c) => c.notNull())
        .execute();
      await db.schema
        .createTable('session')
        .addColumn('token_hash', 'text', (c) => c.primaryKey())
        .addColumn('agent_id', 'text', (c) => c.notNull().references('agent.id'))
        .addColumn('created_at', 'bigint', (c) => c.notNull())
        .addColumn('expires_at', 'bigint', (c) => c.notNull())
        .execute();
      await db.schema
        .createTable('seat')
        .addColumn('agent_id', 'text', (c) => c.primaryKey().references('agent.id'))
        .addColumn('desk_id', 'text', (c) => c.notNull())
        .addColumn('desk_name', 'text', (c) => c.notNull())
        .addColumn('taken_at', 'bigint', (c) => c.notNull())
        .execute();
      await db.schema
        .createTable('call')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('wacid', 'text', (c) => c.notNull().unique())
        .addColumn('channel_id', 'text', (c) => c.notNull().references('channel.id'))
        .addColumn('customer_id', 'text', (c) => c.notNull().references('customer.id'))
        .addColumn('direction', 'text', (c) => c.notNull())
        .addColumn('phase', 'text', (c) => c.notNull())
        .addColumn('agent_id', 'text')
        .addColumn('outcome', 'text')
        .addColumn('ended_by', 'text')
        .addColumn('code', 'text')
        .addColumn('called_at', 'bigint')
        .addColumn('started_at', 'bigint')
        .addColumn('ended_at', 'bigint')
        .addColumn('duration_seconds', 'integer')
        .addColumn('due_at', 'bigint')
        .addColumn('state', 'text', (c) => c.notNull())
        .execute();
      await db.schema
        .createIndex('call_live')
        .on('call')
        .column('phase')
        .where(sql.ref('phase'), '<>', 'ended')
        .execute();
      await db.schema
        .createTable('call_agent')
        .addColumn('call_id', 'text', (c) => c.notNull().references('call.id'))
        .addColumn('agent_id', 'text', (c) => c.notNull())
        .addColumn('called_at', 'bigint', (c) => c.notNull())
        .addColumn('ended_at', 'bigint')
        .addPrimaryKeyConstraint('call_agent_pk', ['call_id', 'agent_id'])
        .execute();
      await db.schema.createIndex('call_agent_history').on('call_agent').columns(['agent_id', 'called_at']).execute();
      await db.schema
        .createTable('call_log')
        .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
        .addColumn('call_id', 'text', (c) => c.notNull().references('call.id'))
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('event', 'text', (c) => c.notNull())
        .addColumn('phase', 'text', (c) => c.notNull())
        .execute();
      await db.schema.createIndex('call_log_call').on('call_log').column('call_id').execute();
      await db.schema
        .createTable('graph_action')
        .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
        .addColumn('call_id', 'text', (c) => c.notNull().references('call.id'))
        .addColumn('action', 'text', (c) => c.notNull())
        .addColumn('sdp', 'text')
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
        .execute();
      await db.schema.createIndex('graph_action_call').on('graph_action').column('call_id').execute();
      await db.schema
        .createTable('delivery')
        .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
        .addColumn('received_at', 'bigint', (c) => c.notNull())
        .addColumn('body', 'text', (c) => c.notNull())
        .addColumn('note', 'text')
        .execute();
      await db.schema.createIndex('delivery_age').on('delivery').column('received_at').execute();
      await db.schema
        .createTable('applied_event')
        .addColumn('key', 'text', (c) => c.primaryKey())
        .addColumn('delivery_id', 'integer', (c) => c.notNull())
        .execute();
      await db.schema.createIndex('applied_event_delivery').on('applied_event').column('delivery_id').execute();
    },
  },
  '002-sound': {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('call').addColumn('quality', 'text').execute();
    },
  },
  '003-call-limit': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .alterTable('channel')
        .addColumn('call_limit_ms', 'integer', (c) => c.notNull().defaultTo(1_800_000))
        .execute();
    },
  },
  '004-availability': {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('agent').addColumn('availability_state', 'text').execute();
      await db.schema
        .createTable('organisation_setting')
        .addColumn('name', 'text', (c) => c.primaryKey())
        .addColumn('value', 'text', (c) => c.notNull())
        .execute();
    },
  },
  '006-call-note': {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('call').addColumn('note', 'text').execute();
      await db.schema.alterTable('call').addColumn('note_version', 'bigint').execute();
    },
  },
  '007-permission': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .alterTable('channel')
        .addColumn('permission_limits', 'text', (c) => c.notNull().defaultTo('production'))
        .execute();
      await db.schema
        .alterTable('customer')
        .addColumn('seen_at', 'bigint', (c) => c.notNull().defaultTo(0))
        .execute();
      await sql`update customer set seen_at = coalesce((select max(coalesce(called_at, ended_at)) from call where customer_id = customer.id), created_at)`.execute(
        db,
      );
      await db.schema.createIndex('customer_seen').on('customer').columns(['seen_at', 'id']).execute();
      await db.schema
        .createTable('acquaintance')
        .addColumn('customer_id', 'text', (c) => c.notNull().references('customer.id'))
        .addColumn('channel_id', 'text', (c) => c.notNull().references('channel.id'))
        .addColumn('in_touch_at', 'bigint')
        .addPrimaryKeyConstraint('acquaintance_pk', ['customer_id', 'channel_id'])
        .execute();
      await sql`insert into acquaintance (customer_id, channel_id, in_touch_at)
        select customer_id, channel_id, max(case when direction = 'inbound' then called_at else started_at end)
        from call group by customer_id, channel_id`.execute(db);
      await db.schema.createIndex('call_customer').on('call').columns(['customer_id', 'called_at']).execute();
      await db.schema
        .createTable('permission_fact')
        .addColumn('key', 'text', (c) => c.primaryKey())
        .addColumn('channel_id', 'text', (c) => c.notNull().references('channel.id'))
        .addColumn('customer_id', 'text', (c) => c.notNull().references('customer.id'))
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('fact', 'text', (c) => c.notNull())
        .execute();
      await db.schema
        .createIndex('permission_fact_customer')
        .on('permission_fact')
        .columns(['customer_id', 'channel_id', 'at'])
        .execute();
      await db.schema
        .createTable('sent_message')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('wamid', 'text', (c) => c.unique())
        .addColumn('channel_id', 'text', (c) => c.notNull().references('channel.id'))
        .addColumn('customer_id', 'text', (c) => c.notNull().references('customer.id'))
        .addColumn('agent_id', 'text')
        .addColumn('purpose', 'text', (c) => c.notNull())
        .addColumn('by', 'text', (c) => c.notNull())
        .addColumn('body', 'text')
        .addColumn('sent_at', 'bigint', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('state_at', 'bigint', (c) => c.notNull())
        .addColumn('code', 'text')
        .execute();
      await db.schema
        .createIndex('sent_message_customer')
        .on('sent_message')
        .columns(['customer_id', 'channel_id', 'sent_at'])
        .execute();
    },
  },
  '008-calling-hours': {
    async up(db) {
      await db.schema.alterTable('channel').addColumn('calling_hours', 'text').execute();
    },
  },
  '010-conversation': {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('call').addColumn('invited_by', 'text').execute();
      await db.schema
        .createTable('received_message')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('channel_id', 'text', (c) => c.notNull().references('channel.id'))
        .addColumn('customer_id', 'text', (c) => c.notNull().references('customer.id'))
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('body', 'text')
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('read_at', 'bigint')
        .execute();
      await db.schema
        .createIndex('received_message_customer')
        .on('received_message')
        .columns(['customer_id', 'channel_id', 'at'])
        .execute();
      await db.schema
        .createIndex('received_message_unread')
        .on('received_message')
        .column('customer_id')
        .where(sql.ref('read_at'), 'is', null)
        .execute();
    },
  },
  '011-customer-card': {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('customer').addColumn('given_name', 'text').execute();
      await db.schema
        .alterTable('customer')
        .addColumn('notes', 'text', (c) => c.notNull().defaultTo(''))
        .execute();
      await db.schema.alterTable('customer').addColumn('merged_into', 'text').execute();
      await db.schema
        .createTable('customer_tag')
        .addColumn('customer_id', 'text', (c) => c.notNull().references('customer.id'))
        .addColumn('key', 'text', (c) => c.notNull())
        .addColumn('tag', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('customer_tag_pk', ['customer_id', 'key'])
        .execute();
      await db.schema.createIndex('customer_tag_key').on('customer_tag').column('key').execute();
    },
  },
  '012-message-templates': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('message_template')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('waba_id', 'text', (c) => c.notNull())
        .addColumn('template', 'text', (c) => c.notNull())
        .execute();
      await db.schema.createIndex('message_template_account').on('message_template').column('waba_id').execute();
    },
  },
  '013-request-answer': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('request_answer')
        .addColumn('key', 'text', (c) => c.primaryKey())
        .addColumn('agent_id', 'text', (c) => c.notNull().references('agent.id'))
        .addColumn('channel_id', 'text', (c) => c.notNull().references('channel.id'))
        .addColumn('customer_id', 'text', (c) => c.notNull().references('customer.id'))
        .addColumn('answer', 'text', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('told_at', 'bigint')
        .execute();
      await db.schema
        .createIndex('request_answer_untold')
        .on('request_answer')
        .column('agent_id')
        .where(sql.ref('told_at'), 'is', null)
        .execute();
    },
  },
  '014-calls-outside-hours': {
    async up(db) {
      await db.schema
        .alterTable('channel')
        .addColumn('calls_outside_hours', 'integer', (c) => c.notNull().defaultTo(0))
        .execute();
    },
  },
  '015-assigned-agent': {
    async up(db) {
      await db.schema
        .alterTable('customer')
        .addColumn('assigned_to', 'text', (c) => c.references('agent.id'))
        .execute();
    },
  },
};

export const migrationProvider: MigrationProvider = { getMigrations: () => Promise.resolve(migrations) };
