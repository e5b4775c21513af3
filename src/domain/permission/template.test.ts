import { expect, it } from 'vitest';
import { type AskTemplate, filled } from './template.ts';

const template: AskTemplate = {
  name: 'may_we_call_you',
  language: 'en',
  body: 'May we call you about {{1}}?',
  variables: 1,
};

it('is filled with what the agent wrote, on one line and to the letter', () => {
  expect(filled(template, 'your\n  order $& ')).toBe('May we call you about your order $&?');
});
