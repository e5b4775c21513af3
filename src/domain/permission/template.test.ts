import { expect, it } from 'vitest';
import { type AskTemplate, filled, previewOfAsk } from './template.ts';

const template: AskTemplate = {
  name: 'may_we_call_you',
  language: 'en',
  header: 'Your order',
  body: 'May we call you about {{1}}?',
  footer: null,
  variables: 1,
};

it('is filled with what the agent wrote, on one line and to the letter', () => {
  expect(filled(template, 'your\n  order $& ')).toBe('May we call you about your order $&?');
});

it('is seen before it is sent, with its place open until there is a message', () => {
  expect(previewOfAsk(template, null)).toMatchObject({ header: 'Your order', body: 'May we call you about …?' });
  expect(previewOfAsk(template, 'your order').body).toBe('May we call you about your order?');
  expect(previewOfAsk({ ...template, body: 'May we call?', variables: 0 }, 'x').body).toBe('May we call?');
});
