import { expect, it } from 'vitest';
import type { MessageTemplate } from '../../contract/meta/graph-messages.ts';
import { Refusal } from '../graph/refusal.ts';
import { checkFilled } from './fill.ts';

const template: MessageTemplate = {
  id: '1',
  name: 'call_us',
  language: 'en',
  status: 'APPROVED',
  category: 'UTILITY',
  components: [
    { type: 'BODY', text: 'Hello {{1}}, call us about {{2}}, please.' },
    { type: 'BUTTONS', buttons: [{ type: 'VOICE_CALL', text: 'Call us' }] },
  ],
};
const named = { ...template, components: [{ type: 'BODY', text: 'Call us about {{topic}}, please.' }] };
const text = (word: string, parameter_name?: string) => ({
  type: 'text',
  text: word,
  ...(parameter_name === undefined ? {} : { parameter_name }),
});
const body = (...parameters: unknown[]) => ({ type: 'body', parameters });
const button = (...parameters: unknown[]) => ({ type: 'button', sub_type: 'voice_call', parameters });

function sent(of: MessageTemplate, ...components: { type: string }[]) {
  try {
    return checkFilled(of, { name: of.name, language: { code: 'en' }, components });
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

it('takes what Meta takes, and gives the button with what came for it', () => {
  const words = body(text('Ada'), text('ON-1'));
  expect(sent(template, words)).toEqual({ ttl_minutes: undefined, payload: undefined });
  const how = button({ type: 'ttl_minutes', ttl_minutes: 60 }, { type: 'payload', payload: 'me' });
  expect(sent(template, words, how)).toEqual({ ttl_minutes: 60, payload: 'me' });
  expect(sent(named, body(text('ON-1', 'topic')))).toBeNull();
});

it('refuses what Meta refuses', () => {
  expect(sent(template, body(text('Ada')))).toBe(132000);
  expect(sent(template)).toBe(132000);
  expect(sent(template, body(text('Ada'), text('one\ntwo')))).toBe(132012);
  expect(sent(template, body(text('Ada'), text('')))).toBe(132012);
  expect(sent(template, body(text('Ada'), text('x'.repeat(1024))))).toBe(132005);
  expect(sent(named, body(text('ON-1')))).toBe(132012);
  expect(sent(named, body(text('ON-1', 'topic')), button())).toBe(132012);
});
