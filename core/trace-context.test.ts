import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeTraceContext, traceIdOf } from './trace-context.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';
const NEW = /^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/;

test('a valid context goes on as it is, with the flags that are known', () => {
  for (const [given, taken] of [
    [`00-${TRACE}-${PARENT}-01`, `00-${TRACE}-${PARENT}-01`],
    [`00-${TRACE}-${PARENT}-00`, `00-${TRACE}-${PARENT}-00`],
    [`00-${TRACE}-${PARENT}-ff`, `00-${TRACE}-${PARENT}-01`],
    // Of a version to come, what is known of it is used.
    [`cc-${TRACE}-${PARENT}-01`, `00-${TRACE}-${PARENT}-01`],
    [`cc-${TRACE}-${PARENT}-03-what-the-future-will-be`, `00-${TRACE}-${PARENT}-01`],
  ] as const) {
    assert.deepEqual(takeTraceContext(given, undefined), { traceparent: taken }, given);
    assert.equal(traceIdOf(taken), TRACE);
  }
});

test('one that is missing or broken gives way to a new one, and takes its tracestate with it', () => {
  for (const given of [
    undefined,
    '',
    'x',
    `00-${'0'.repeat(32)}-${PARENT}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE.toUpperCase()}-${PARENT}-01`,
    `00-${TRACE}-${PARENT}-01-more`,
    `00-${TRACE}-${PARENT}-01-`,
    `00-${TRACE}-${PARENT}-1`,
    `00-${TRACE}-${PARENT}-0g`,
    `00-${TRACE.slice(1)}-${PARENT}-01`,
    `ff-${TRACE}-${PARENT}-01`,
    `cc-${TRACE}-${PARENT}-01.more`,
    `00-${TRACE}-${PARENT}-01, 00-${TRACE}-${PARENT}-01`,
  ]) {
    const { traceparent, tracestate } = takeTraceContext(given, 'a=1');
    assert.match(traceparent, NEW, given);
    assert.notEqual(traceIdOf(traceparent), TRACE, given);
    assert.equal(tracestate, undefined, given);
  }
});

test('a tracestate goes on in its order, and is dropped when it is broken', () => {
  const state = (given: unknown) => takeTraceContext(`00-${TRACE}-${PARENT}-01`, given).tracestate;
  assert.equal(state('congo=t61rcWkgMzE,rojo=00f067aa0ba902b7'), 'congo=t61rcWkgMzE,rojo=00f067aa0ba902b7');
  assert.equal(state(' a=1 ,\t, 9t@v=2 2'), 'a=1,9t@v=2 2', 'empty members are allowed, and blanks around them');
  const all = Array.from({ length: 33 }, (_, index) => `k${index}=1`);
  assert.equal(state(all.slice(1).join(',')), all.slice(1).join(','));
  for (const given of [undefined, '', ',', 'a', 'A=1', 'a=1=2', 'a=', 'a=1,a=2', 'a=é', '@v=1', all.join(',')]) {
    assert.equal(state(given), undefined, given);
  }
});

test('of a long tracestate the longest members go first, and then the last', () => {
  const state = (given: string[]) => takeTraceContext(`00-${TRACE}-${PARENT}-01`, given.join(',')).tracestate;
  const long = `long=${'x'.repeat(200)}`;
  const short = Array.from({ length: 6 }, (_, index) => `k${index}=${'y'.repeat(97)}`);
  assert.equal(state([long, ...short.slice(0, 3)]), [long, ...short.slice(0, 3)].join(','), 'up to 512 all is kept');
  assert.equal(state([long, ...short]), short.slice(0, 5).join(','));
});
