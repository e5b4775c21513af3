import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDraft, measures, type TemplateDraft } from './draft.ts';
import { previewOfDraft } from './preview.ts';
import { type DraftField, faultsOf } from './rules.ts';
import { askTemplateOf, heardOf, listedAgain, type Template, type TemplateNews, templateStatuses } from './template.ts';
import { countVariables } from './variables.ts';

const good: TemplateDraft = {
  ...emptyDraft,
  kind: 'callInvite',
  name: 'call_about_order',
  header: 'Your order',
  body: 'Hello {{1}}, your order {{2}} is ready. Call us when it suits you.',
  footer: 'Example Shop',
  examples: { header: {}, body: { 1: 'Ada', 2: 'ON-1' } },
};

describe('a draft', () => {
  it('that keeps the rules has no fault', () => {
    expect(faultsOf(good)).toEqual([]);
    expect(faultsOf({ ...good, kind: 'callPermission', button: { text: '', lifetimeMinutes: 0 } })).toEqual([]);
    const chinese = { ...good, language: 'zh_CN', body: '您好{{1}}，您的订单{{2}}已准备好，请给我们打电话。' };
    expect(faultsOf(chinese)).toEqual([]);
    const named = { ...good, body: 'We would like to talk about {{topic}} with you.' };
    expect(faultsOf({ ...named, examples: { header: {}, body: { topic: 'your order' } } })).toEqual([]);
  });

  it.each<[DraftField, Partial<TemplateDraft>, RegExp]>([
    ['name', { name: '' }, /Give it a name/],
    ['name', { name: 'Call Us' }, /small letters/],
    ['name', { name: 'a'.repeat(513) }, /at most 512/],
    ['language', { language: 'xx' }, /Choose a language/],
    ['header', { header: 'x'.repeat(61) }, /at most 60/],
    ['header', { header: 'Two\nlines' }, /one line/],
    ['header', { header: 'Your *order*' }, /no formatting/],
    ['header', { header: 'Your order 🎉' }, /no emoji/],
    ['body', { body: '  ' }, /Write what/],
    ['body', { body: `${'long '.repeat(210)}` }, /at most 1024/],
    ['body', { body: '{{1}}, your order {{2}} is ready for you today.' }, /edges/],
    ['body', { body: 'Dear customer, we want to talk to you {{1}} about {{2}}.' }, /edges/],
    ['body', { body: 'We talk about {{1}} {{2}} when it suits you.' }, /between two/],
    ['body', { body: 'About {{1}} and {{2}} call.' }, /at least 5 words/],
    ['body', { body: 'We would like to talk about {{1}} and {{3}} with you.' }, /without a gap: \{\{1\}\}, \{\{2\}\}/],
    ['body', { body: 'We would like to talk about {{1}} and {{topic}} with you.' }, /all variables numbers/],
    ['body', { body: 'We would like to talk about {{1} with you.' }, /two pairs of braces/],
    ['body', { body: 'We would like to talk about {{Topic}} with you.' }, /name of a variable/],
    ['body', { body: 'Hello there.\n\n\nCall us.' }, /one empty line/],
    ['bodyExamples', { examples: { header: {}, body: { 1: 'Ada' } } }, /example for \{\{2\}\}/],
    ['footer', { footer: 'Example {{1}}' }, /no variables/],
    ['footer', { footer: 'x'.repeat(61) }, /at most 60/],
    ['button', { button: { ...good.button, text: 'Call us on WhatsApp now' } }, /at most 20/],
    ['button', { button: { ...good.button, text: '' } }, /stands on the button/],
    ['lifetime', { button: { ...good.button, lifetimeMinutes: 60 } }, /1 to 30 days/],
  ])('with a mistake in its %s says so: %o', (field, mistake, sentence) => {
    const faults = faultsOf({ ...good, ...mistake });
    expect(faults).toContainEqual({ field, sentence: expect.stringMatching(sentence) });
  });

  const text = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc
      .array(fc.constantFrom('{{1}}', '{{2}}', '{{x}}', 'call', 'us', '{{', '}}', '\n', '*'), { maxLength: 12 })
      .map((words) => words.join(' ')),
  );
  const examples = fc.dictionary(fc.constantFrom('1', '2', 'x'), text);
  const draft: fc.Arbitrary<TemplateDraft> = fc.record({
    kind: fc.constantFrom('callPermission' as const, 'callInvite' as const),
    name: fc.oneof(text, fc.constant('call_us')),
    language: fc.constantFrom('en', 'pt_BR', 'xx'),
    category: fc.constantFrom('utility' as const, 'marketing' as const),
    header: text,
    body: fc.oneof(text, fc.constant(good.body)),
    footer: text,
    examples: fc.record({ header: examples, body: examples }),
    button: fc.record({ text, lifetimeMinutes: fc.integer({ min: 0, max: 50_000 }) }),
  });

  it('without a fault keeps Meta’s measures and has an example for every variable; each fault is a sentence', () => {
    fc.assert(
      fc.property(draft, (one) => {
        const faults = faultsOf(one);
        for (const { sentence } of faults) expect(sentence).toMatch(/^[A-Z].*[.`]$/s);
        if (faults.length > 0) return;
        expect(one.name).toMatch(/^[a-z0-9_]{1,512}$/);
        expect(one.body.length).toBeLessThanOrEqual(measures.body);
        const shown = previewOfDraft(one);
        expect(countVariables(`${shown.header ?? ''}${shown.body}${shown.footer ?? ''}`)).toBe(0);
        expect(`${shown.header ?? ''}${shown.body}`).not.toMatch(/\{\{|\}\}/);
      }),
      { numRuns: 500 },
    );
  });
});

const kept: Template = {
  id: '1',
  name: 'may_we_call',
  language: 'en',
  kind: 'callPermission',
  header: null,
  body: 'May we call you about {{1}}?',
  footer: null,
  buttons: [],
  examples: { header: {}, body: {} },
  status: { value: { status: 'pending', reason: null }, at: 0 },
  category: { value: 'UTILITY', at: 0 },
  quality: { value: 'UNKNOWN', at: 0 },
};
const news: fc.Arbitrary<{ news: TemplateNews; at: number }> = fc.record({
  at: fc.integer({ min: 1, max: 4 }),
  news: fc.oneof(
    fc.record({
      kind: fc.constant('status' as const),
      status: fc.constantFrom(...templateStatuses),
      reason: fc.constantFrom(null, 'INVALID_FORMAT'),
    }),
    fc.record({ kind: fc.constant('category' as const), category: fc.constantFrom('UTILITY', 'MARKETING') }),
    fc.record({ kind: fc.constant('quality' as const), quality: fc.constantFrom('GREEN', 'RED') }),
  ),
});

describe('a template', () => {
  it('ends the same in whatever order and however often Meta tells of it', () => {
    const told = fc
      .array(news, { maxLength: 6 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })));
    fc.assert(
      fc.property(told, ([all, other]) => {
        const end = (list: typeof all) => list.reduce((one, said) => heardOf(one, said.news, said.at), kept);
        expect(end(other)).toEqual(end(all));
      }),
    );
  });

  it('keeps of a list what no webhook has overtaken, and the reason that a list does not give', () => {
    const rejected = heardOf(kept, { kind: 'status', status: 'rejected', reason: 'PROMOTIONAL' }, 5);
    const listed = (status: Template['status']['value']['status'], at: number): Template => ({
      ...kept,
      status: { value: { status, reason: null }, at },
    });
    expect(listedAgain(rejected, listed('pending', 3)).status.value.status).toBe('rejected');
    expect(listedAgain(rejected, listed('approved', 9)).status.value).toEqual({ status: 'approved', reason: null });
    expect(listedAgain(rejected, listed('rejected', 9)).status.value.reason).toBe('PROMOTIONAL');
  });

  it('asks for permission when it is approved and one message can fill it', () => {
    const approved = heardOf(kept, { kind: 'status', status: 'approved', reason: null }, 5);
    expect(askTemplateOf(approved)).toMatchObject({ name: 'may_we_call', variables: 1 });
    expect(askTemplateOf(kept)).toBeNull();
    expect(askTemplateOf({ ...approved, kind: 'callInvite' })).toBeNull();
    expect(askTemplateOf({ ...approved, header: { media: 'IMAGE' } })).toBeNull();
    expect(askTemplateOf({ ...approved, header: { text: 'For {{1}}' } })).toBeNull();
    expect(askTemplateOf({ ...approved, body: 'About {{1}} and {{2}}, please.' })).toBeNull();
  });
});
