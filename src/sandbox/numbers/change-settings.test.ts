import { expect, it } from 'vitest';
import { settingsRequestSchema } from '../../contract/meta/settings.ts';
import { openAt } from './call-hours.ts';
import { changeSettings } from './change-settings.ts';

const hours = {
  status: 'ENABLED',
  timezone_id: 'America/Manaus',
  weekly_operating_hours: [{ day_of_week: 'MONDAY', open_time: '0400', close_time: '10:20' }],
  holiday_schedule: [{ date: '2026-12-25', start_time: '0000', end_time: '2359' }],
};
const change = (call_hours: object) =>
  changeSettings({ status: 'ENABLED' }, settingsRequestSchema.parse({ calling: { call_hours } }).calling, '2026-11-21');

it('keeps what is left out and replaces call hours as a whole', () => {
  const first = change(hours);
  expect(first).toMatchObject({ status: 'changed', settings: { status: 'ENABLED' } });
  const { holiday_schedule: _, ...fewer } = hours;
  const second = change(fewer);
  expect(second.status === 'changed' && second.settings.call_hours?.holiday_schedule).toBeUndefined();
});

it.each([
  ['an unknown zone', { timezone_id: 'Mars/Olympus' }, 'timezone'],
  ['an empty week', { weekly_operating_hours: [] }, 'empty'],
  [
    'a holiday in the past',
    { holiday_schedule: [{ date: '2026-01-01', start_time: '0000', end_time: '2359' }] },
    'past',
  ],
  [
    'closing before opening',
    { weekly_operating_hours: [{ day_of_week: 'MONDAY', open_time: '1000', close_time: '0900' }] },
    'before',
  ],
  [
    'overlapping entries',
    {
      weekly_operating_hours: [
        { day_of_week: 'MONDAY', open_time: '0900', close_time: '1200' },
        { day_of_week: 'MONDAY', open_time: '1100', close_time: '1300' },
      ],
    },
    'Overlapping',
  ],
])('refuses %s', (_name, wrong, word) => {
  const verdict = change({ ...hours, ...wrong });
  expect(verdict.status === 'refused' && verdict.details).toContain(word);
});

it('tells open from closed in the zone of the number', () => {
  const read = settingsRequestSchema.parse({ calling: { call_hours: hours } }).calling.call_hours;
  expect(openAt(read, Date.parse('2026-11-23T08:00:00Z'))).toBe(true);
  expect(openAt(read, Date.parse('2026-11-23T07:59:00Z'))).toBe(false);
  expect(openAt(read, Date.parse('2026-12-25T12:00:00Z'))).toBe(true);
});
