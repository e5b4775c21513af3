import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestFirst } from './nearest.ts';
import { filledWords, previewOfFilled, type SendableTemplate, sendableOf, whyNotSend } from './sendable.ts';
import type { Template } from './template.ts';
import { countVariables } from './variables.ts';

const said = <Value>(value: Value) => ({ value, at: 1 });
const kept: Template = {
  id: '1',
  name: 'order_ready',
  language: 'en',
  kind: 'other',
  header: { text: 'Your order {{1}}' },
  body: 'Hello {{1}}, your order {{2}} is ready. See you soon, {{1}}!',
  footer: 'Example Shop',
  buttons: [],
  onlyWords: true,
  examples: { header: {}, body: {} },
  status: said({ status: 'approved', reason: null }),
  category: said('UTILITY'),
  quality: said('GREEN'),
};
const template = sendableOf(kept, 'text') as SendableTemplate;

it('speaks the language of the customer, as in their country where it can, else English, else any', () => {
  const best = (languages: string[], locale: string | null) =>
    nearestFirst(
      languages.map((language) => ({ language })),
      locale,
    )[0]?.language;
  const all = ['id', 'en_US', 'pt_PT', 'pt_BR'];
  expect(best(all, 'pt-BR')).toBe('pt_BR');
  expect(best(all, 'pt-AO')).toBe('pt_PT');
  expect(best(all, 'de-DE')).toBe('en_US');
  expect(best(all, null)).toBe('en_US');
  expect(best(['id'], 'de-DE')).toBe('id');
  expect(best([], 'en')).toBeUndefined();
});

describe('a template', () => {
  it('is sent for what it was made for, when it is approved and wants only words', () => {
    expect(template).toMatchObject({ name: 'order_ready', category: 'UTILITY', header: 'Your order {{1}}' });
    expect(sendableOf(kept, 'callInvitation')).toBeNull();
    const invite: Template = { ...kept, kind: 'callInvite', buttons: ['Call us'] };
    expect(sendableOf(invite, 'callInvitation')).toMatchObject({ buttons: ['Call us'] });
    expect(sendableOf(invite, 'text')).toBeNull();
    const others: Partial<Template>[] = [
      { kind: 'callPermission' },
      { header: { media: 'IMAGE' } },
      { onlyWords: false },
      { onlyWords: undefined },
      { category: said('AUTHENTICATION') },
      { status: said({ status: 'paused', reason: null }) },
    ];
    for (const other of others) expect(sendableOf({ ...kept, ...other }, 'text')).toBeNull();
  });

  it('is filled to the letter, each word on one line, and says what is still missing', () => {
    expect(whyNotSend(template, { header: {}, body: {} })).toContain('{{1}}');
    const part = { header: { 1: 'ON-1' }, body: { 1: ' Ada\n$& ' } };
    expect(whyNotSend(template, part)).toContain('{{2}}');
    expect(previewOfFilled(template, part).body).toBe('Hello Ada $&, your order {{2}} is ready. See you soon, Ada $&!');
    const all = { ...part, body: { ...part.body, 2: 'ON-1' } };
    expect(whyNotSend(template, all)).toBeNull();
    expect(filledWords(template, all)).toBe(
      'Your order ON-1\nHello Ada $&, your order ON-1 is ready. See you soon, Ada $&!',
    );
    expect(whyNotSend(template, { ...all, body: { 1: 'Ada', 2: 'x'.repeat(1024) } })).toContain('too long');
    expect(whyNotSend(template, { ...all, header: { 1: 'x'.repeat(60) } })).toContain('too long');
  });

  it('that may be sent leaves nothing open', () => {
    const word = fc.string({ maxLength: 40 }).filter((text) => !/[{}]/.test(text));
    const words = fc.dictionary(fc.constantFrom('1', '2', '3'), word);
    fc.assert(
      fc.property(words, words, (header, body) => {
        const values = { header, body };
        fc.pre(whyNotSend(template, values) === null);
        expect(countVariables(filledWords(template, values))).toBe(0);
      }),
    );
  });
});
