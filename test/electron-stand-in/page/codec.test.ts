import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCodec } from './codec.ts';

const codec = createCodec();
const carried = <T>(value: T) => codec.decode(codec.encode(value)) as T;

it('carries whatever the structured clone algorithm carries', () => {
  const value = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
  });
  fc.assert(
    fc.property(value, (sent) => {
      expect(carried(sent)).toEqual(structuredClone(sent));
    }),
  );
});

it('keeps shared and circular references', () => {
  const shared = { name: 'shared' };
  const list: unknown[] = [shared, shared];
  list.push(list);
  const back = carried(list);
  expect(back[0]).toBe(back[1]);
  expect(back[2]).toBe(back);
});

it('keeps an error’s kind, message, stack and cause', () => {
  const sent = new RangeError('too far', { cause: new Error('why') });
  const back = carried(sent);
  expect(back).toBeInstanceOf(RangeError);
  expect([back.message, back.stack]).toEqual([sent.message, sent.stack]);
  expect(back.cause).toEqual(sent.cause);
});

it('carries no more of a buffer than belongs to it', () => {
  const back = carried<Uint8Array>(Buffer.from('abc'));
  expect([back.constructor, back.buffer.byteLength, [...back]]).toEqual([Uint8Array, 3, [97, 98, 99]]);
});

it('drops prototypes and runs getters', () => {
  class Call {
    id = 1;
    get name() {
      return 'on the prototype';
    }
  }
  expect(carried<object>(new Call())).toStrictEqual({ id: 1 });
});

it.each([
  ['a function', () => 1],
  ['a symbol', Symbol('x')],
  ['a promise', Promise.resolve()],
  ['a weak map', new WeakMap()],
  ['an object of the platform', new Blob([])],
  ['a function deep within', { list: [new Map([['f', () => 1]])] }],
])('refuses %s', (_name, value) => {
  expect(() => codec.encode(value)).toThrow('An object could not be cloned.');
});
