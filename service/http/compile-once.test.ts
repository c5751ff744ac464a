import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileOnce } from './compile-once.ts';

test('schemas that say the same are compiled once, others apart', () => {
  const compiled: object[] = [];
  const compile = compileOnce((schema) => {
    compiled.push(schema);
    return { schema };
  });
  const first = compile({ type: 'string' });
  assert.equal(compile({ type: 'string' }), first);
  assert.notEqual(compile({ type: 'integer' }), first);
  assert.deepEqual(compiled, [{ type: 'string' }, { type: 'integer' }]);
});

test('a schema that cannot be compiled is refused each time', () => {
  const compile = compileOnce(() => {
    throw new Error('no schema');
  });
  for (const _ of [1, 2]) assert.throws(() => compile({ type: 'none' }), /no schema/);
});
