import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHttpDate } from './http-date.ts';

const NOW = new Date('2026-11-24T08:00:00Z');

const READ = {
  'Sun, 06 Nov 1994 08:49:37 GMT': '1994-11-06T08:49:37.000Z',
  'Sunday, 06-Nov-94 08:49:37 GMT': '1994-11-06T08:49:37.000Z',
  'Sun Nov  6 08:49:37 1994': '1994-11-06T08:49:37.000Z',
  'Wed Nov 16 08:49:37 1994': '1994-11-16T08:49:37.000Z',
  'Friday, 06-Nov-76 08:49:37 GMT': '2076-11-06T08:49:37.000Z',
  'Sunday, 06-Nov-77 08:49:37 GMT': '1977-11-06T08:49:37.000Z',
  'Monday, 06-Nov-00 08:49:37 GMT': '2000-11-06T08:49:37.000Z',
  'Sun, 06 Nov 1994 28:49:37 GMT': undefined,
  'Sun, 06 Foo 1994 08:49:37 GMT': undefined,
  'Sun, 06 Nov 1994 08:49:37 CET': undefined,
  '1994-11-06T08:49:37Z': undefined,
  '"Sun, 06 Nov 1994 08:49:37 GMT"': undefined,
  yesterday: undefined,
  '': undefined,
} as const;

for (const [text, date] of Object.entries(READ)) {
  test(`${text || 'an empty header'} is ${date ?? 'no date of HTTP'}`, () => {
    assert.equal(readHttpDate(text, NOW)?.toISOString(), date);
  });
}
