import assert from 'node:assert/strict';
import { hash as digest } from 'node:crypto';
import { test } from 'node:test';
import { verifyAudit } from './verify-audit.ts';

/** The lines of a log. Its entries are written here by hand as RFC 8785 has it: in the order of names. */
function logOf(actions: readonly string[], tenantId = 'acme'): { lines: string[]; hashes: string[] } {
  let previousHash = '0'.repeat(64);
  const hashes: string[] = [];
  const lines = actions.map((action, index) => {
    const text = `{"action":"${action}","details":{"1":"€","a":null,"é":1.5},"previousHash":"${previousHash}","seq":${index + 1},"tenantId":"${tenantId}"}`;
    const hash = digest('sha256', text);
    previousHash = hash;
    hashes.push(hash);
    const { action: _, details, ...more } = JSON.parse(text);
    return JSON.stringify({ ...more, hash, details, action });
  });
  return { lines, hashes };
}

const { lines, hashes } = logOf(['tenant.created', 'key.created', 'logo.created', 'logo.deleted']);
const [one = '', two = '', three = '', four = ''] = lines;

test('a whole log is told by its end, however its lines are laid out', async () => {
  const [, before, , head = ''] = hashes;
  assert.deepEqual(await verifyAudit(lines), { seq: 4, hash: head });
  const laidOut = [`${one.replaceAll(',"', ' , "').replace('€', '\\u20ac')}\r`, '', two, three, four, ''];
  assert.deepEqual(await verifyAudit(laidOut, { head, contains: before }), { seq: 4, hash: head });
});

for (const [change, broken, kept, message] of [
  ['changed', [one, two.replace('key.created', 'key.changed'), three, four], {}, /^Entry 2 was changed/],
  ['changed deep in it', [one, two, three.replace('null', '0'), four], {}, /^Entry 3 was changed/],
  ['named twice', [one, two.replace('"hash"', '"action":"key.changed","hash"'), three], {}, /^Entry 2 .* twice/],
  ['removed', [one, three, four], {}, /^Entry 2 is missing: entry 3/],
  ['removed at the beginning', [two, three, four], {}, /^Entry 1 is missing: entry 2/],
  ['moved', [one, three, two, four], {}, /^Entry 2 is missing: entry 3/],
  ['renumbered', [one, three.replace('"seq":3', '"seq":2')], {}, /^Entry 2 does not follow/],
  ['added', [...lines, three], {}, /^Entry 5 is missing/],
  ['cut', [one, two.slice(0, -9)], {}, /^Entry 2 is broken/],
  ['no entry', [one, 'null'], {}, /^Entry 2 is broken/],
  ['of others', [...lines, ...logOf(['a', 'b', 'c', 'd', 'e'], 'other').lines.slice(4)], {}, /^Entry 5 is of another/],
  ['cut off at the end', [one, two, three], { head: hashes[3] }, /^Entry 3 is not the end/],
  ['written anew after a head', logOf(['tenant.created']).lines, { contains: hashes[1] }, /^No entry has the hash/],
  ['all that there was', [''], {}, /^There are no entries/],
] satisfies [string, string[], { head?: string | undefined; contains?: string | undefined }, RegExp][]) {
  test(`a log of which something was ${change} is refused, by the entry`, async () => {
    await assert.rejects(verifyAudit(broken, kept), { message });
  });
}
