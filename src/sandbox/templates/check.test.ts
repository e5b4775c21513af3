import { expect, it } from 'vitest';
import { Refusal } from '../graph/refusal.ts';
import { checkTemplate } from './check.ts';

const body = (text: string) => ({ type: 'BODY', text, example: { body_text: [['ON-1', 'Ada']] } });
const fine = body('We would like to call you about {{1}} this week.');
const button = (text: string) => ({ type: 'BUTTONS', buttons: [{ type: 'voice_call', text }] });
const check = (components: { type: string }[]) =>
  checkTemplate({ name: 'call_us', language: 'en', category: 'UTILITY', components });

function subcodeOf(components: { type: string }[]): number | undefined {
  try {
    check(components);
  } catch (error) {
    return error instanceof Refusal ? error.subcode : undefined;
  }
  return 0;
}

it('takes what Meta takes', () => {
  expect(subcodeOf([{ type: 'HEADER', format: 'TEXT', text: 'Your order' } as { type: string }, fine])).toBe(0);
  expect(subcodeOf([fine, { type: 'FOOTER', text: 'Example Shop' } as { type: string }, button('Call us')])).toBe(0);
});

it.each<[number, string, { type: string; [more: string]: unknown }[]]>([
  [2388040, 'a text that is too long', [body('x'.repeat(1025))]],
  [2388040, 'a button that is too long', [fine, button('Call us on WhatsApp now')]],
  [2388047, 'a header with formatting', [{ type: 'HEADER', format: 'TEXT', text: '*Order*' }, fine]],
  [2388072, 'no text', [{ type: 'FOOTER', text: 'Example' }]],
  [2388072, 'a variable without an example', [{ type: 'BODY', text: 'We call you about {{1}} this week.' }]],
  [2388073, 'a footer with a variable', [fine, { type: 'FOOTER', text: 'From {{1}}' }]],
  [2388293, 'few words around its variables', [body('About {{1}} and {{2}} today.')]],
  [2388299, 'a variable at the edge', [body('{{1}} is why we would like to call you.')]],
])('refuses with %i %s', (subcode, _what, components) => {
  expect(subcodeOf(components)).toBe(subcode);
});
