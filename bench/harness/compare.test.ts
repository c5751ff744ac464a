import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { compare } from './compare.ts';
import type { Input } from './job.ts';
import { withFolder } from './options.ts';

const inputs: Input[] = ['one', 'two', 'three'].map((name) => ({
  name,
  sources: [{ format: 'png', bytes: Buffer.from(name) }],
}));

test('sides take turns A-B-B-A, each in a fresh process that warms up on the first and the last input', async () => {
  await withFolder(async (folder) => {
    const log = join(folder, 'log');
    const module = new URL('../testing/noting-side.ts', import.meta.url).href;
    const sides = ['A', 'B'].map((name) => ({ name, module, options: { name, log } }));
    const measured = await compare(sides, inputs, { runs: 1, times: 2, core: 0, folder });

    const asked = (await readFile(log, 'utf8')).trim().split('\n');
    const turns = [...Map.groupBy(asked, (line) => line.split(' ').slice(0, 2).join(' '))];
    assert.deepEqual(
      turns.map(([turn]) => turn.split(' ')[0]),
      ['A', 'B', 'B', 'A'],
    );
    for (const [, lines] of turns) {
      const order = lines.map((line) => line.split(' ')[2]);
      assert.deepEqual(order, ['one', 'three', 'one', 'two', 'three', 'one', 'two', 'three']);
    }
    for (const side of measured) {
      assert.equal(side.samples.length, 12, 'three inputs, made twice in each of two turns, count');
      assert.deepEqual(
        side.files.map(({ input, bytes }) => [input, bytes]),
        [
          ['one', 3],
          ['two', 3],
          ['three', 5],
        ],
      );
      assert.equal(await readFile(side.files[2]?.path ?? '', 'utf8'), 'three');
    }
  });
});
