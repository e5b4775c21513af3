import { expect, it } from 'vitest';
import { readRelayAddress } from './relay-address.ts';

it.each([
  ['https://desk.example.com/', 'https://desk.example.com'],
  ['  desk.example.com ', 'https://desk.example.com'],
  ['desk.example.com/ringdesk/', 'https://desk.example.com/ringdesk'],
  ['127.0.0.1:4750', 'http://127.0.0.1:4750'],
  ['localhost:4750/', 'http://localhost:4750'],
  ['http://10.0.0.4:4750', 'http://10.0.0.4:4750'],
])('reads %s', (typed, address) => expect(readRelayAddress(typed)).toBe(address));

it.each(['', 'two words', 'ftp://desk.example.com', 'https://budi:secret@desk.example.com', 'https://'])(
  'refuses %j',
  (typed) => expect(readRelayAddress(typed)).toBeNull(),
);
