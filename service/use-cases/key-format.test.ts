import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { makeKey, parseKey } from './key-format.ts';

const OLD_KEY = `lm_${'0123456789abcdef'}_${'c'.repeat(48)}`;

test('a key is taken apart into what was made, and no typo is', () => {
  const { key, prefix, hash } = makeKey();
  assert.deepEqual(parseKey(key), { prefix, hash });
  for (let at = 0; at < key.length; at += 1) {
    const typo = `${key.slice(0, at)}${key[at] === 'a' ? 'b' : 'a'}${key.slice(at + 1)}`;
    assert.equal(parseKey(typo), undefined, typo);
  }
  for (const wrong of [key.slice(0, -1), `${key}a`, key.toUpperCase(), `${key}\n`, '']) {
    assert.equal(parseKey(wrong), undefined, wrong);
  }
});

test('a key without a checksum is one from before there were any, and never a new one cut off', () => {
  assert.equal(parseKey(OLD_KEY)?.prefix, 'lm_0123456789abcdef');
  const { key, hash } = makeKey();
  assert.notDeepEqual(parseKey(key.slice(0, -6))?.hash, hash);
});

test('the checksum is CRC-32 in base 62, as the guide says', () => {
  // CRC-32 of what is before it: 0x6699c28f.
  assert.ok(parseKey(`${OLD_KEY}1sUcVb`));
});

test('scanners find keys by the expression in the guide', async () => {
  const guide = await readFile(new URL('../../docs/api.md', import.meta.url), 'utf8');
  const expression = new RegExp(/^\\blm_.*$/m.exec(guide)?.[0] ?? 'none', 'g');
  const keys = [OLD_KEY, ...Array.from({ length: 50 }, () => makeKey().key)];
  const text = keys.map((key) => `AUTH="Bearer ${key}"\n${key}0\nx${key}`).join('\n');
  assert.deepEqual(text.match(expression), keys);
});
