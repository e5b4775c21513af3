import { expect, it } from 'vitest';
import { countVariables, variableName } from '../templates/variables.ts';
import { type AskTemplate, filled, templatesToAskWith } from './template.ts';

const template = (language: string, variables = 0): AskTemplate => ({
  name: 'may_we_call_you',
  language,
  body: 'May we call you about {{1}}?',
  variables,
});

const best = (all: readonly AskTemplate[], locale: string | null) => templatesToAskWith(all, locale)[0];

it('speaks the language of the customer, as in their country where it can, else English, else any', () => {
  const all = [template('id'), template('en_US'), template('pt_PT'), template('pt_BR')];
  expect(best(all, 'pt-BR')?.language).toBe('pt_BR');
  expect(best(all, 'pt-AO')?.language).toBe('pt_PT');
  expect(best(all, 'de-DE')?.language).toBe('en_US');
  expect(best(all, null)?.language).toBe('en_US');
  expect(best([template('id')], 'de-DE')?.language).toBe('id');
});

it('is none when there is none that one message can fill', () => {
  expect(best([], 'en')).toBeUndefined();
  expect(best([template('en', 2)], 'en')).toBeUndefined();
});

it('is filled with what the agent wrote, on one line and to the letter', () => {
  expect(filled(template('en', 1), 'your\n  order $& ')).toBe('May we call you about your order $&?');
  expect(countVariables('{{1}} and {{ 1 }} and {{name}}')).toBe(2);
  expect(variableName('About {{ topic }}.')).toBe('topic');
  expect(variableName('About {{1}}.')).toBeNull();
});
