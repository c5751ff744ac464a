import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLogoMemory } from './logo-memory.ts';

const MIB = 1024 * 1024;

test('a tenant holds half of the memory at most, all together hold all of it, and what is let go is there again', () => {
  const memory = createLogoMemory();
  const refused = (tenant: string, bytes: number) =>
    assert.throws(() => memory.hold(tenant, bytes), { problem: 'unavailable' });
  memory.hold('one', 31 * MIB);
  const rest = memory.hold('one', MIB);
  refused('one', 1);
  memory.hold('two', 32 * MIB);
  refused('three', 1);
  rest[Symbol.dispose]();
  refused('two', 1);
  refused('one', MIB + 1);
  memory.hold('three', MIB);
  refused('one', 1);
});
