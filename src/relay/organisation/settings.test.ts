import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Db, openDatabase } from '../store/database.ts';
import { organisationSchema, readOrganisation, saveOrganisation } from './settings.ts';

let folder: string;
let db: Db;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringdesk-organisation-'));
  db = await openDatabase(folder);
});
afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

const usual = {
  afterCallSeconds: 0,
  awayReasons: ['Lunch', 'Meeting', 'Training'],
  missedRingSetsAway: false,
  quickReplies: [],
};

it('has an answer for what nobody decided', async () => {
  expect(await readOrganisation(db)).toEqual(usual);
});

it('keeps what was decided, also when it is decided again, and leaves the rest alone', async () => {
  await saveOrganisation(db, { afterCallSeconds: 30 });
  await saveOrganisation(db, { afterCallSeconds: 45, awayReasons: [] });
  expect(await readOrganisation(db)).toEqual({ ...usual, afterCallSeconds: 45, awayReasons: [] });
});

it('takes a value that makes no sense for one that nobody decided', async () => {
  await saveOrganisation(db, { missedRingSetsAway: true });
  await db.insertInto('organisation_setting').values({ name: 'afterCallSeconds', value: '"long"' }).execute();
  await db.insertInto('organisation_setting').values({ name: 'awayReasons', value: 'not JSON' }).execute();
  expect(await readOrganisation(db)).toEqual({ ...usual, missedRingSetsAway: true });
});

it('refuses a reason that is there twice, or is none', () => {
  expect(organisationSchema.safeParse({ awayReasons: ['Lunch', 'Lunch '] }).success).toBe(false);
  expect(organisationSchema.safeParse({ awayReasons: [' '] }).success).toBe(false);
});
