import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import pixelmatch from 'pixelmatch';
import { corpusLogos } from '../testing/corpus.ts';
import { CELLS } from './cells.ts';
import { CELL_SIDE, cellOf, drawCells } from './sheet.ts';

/**
 * What may differ: libvips and librsvg of another platform round in other places. A pixel counts when a person would
 * see that it differs (pixelmatch's distance in OKLab), edges among them.
 */
const MOST_DIFFERENT = 0.005 * CELL_SIDE ** 2;

for (const { name, ...logo } of await corpusLogos()) {
  test(`${name} looks as it did: else look at it, and keep it by npm run golden`, async (t) => {
    const golden = await readFile(join(import.meta.dirname, 'sheets', `${name}.png`));
    const cells = await drawCells(logo);
    for (const [index, { data }] of cells.entries()) {
      await t.test(CELLS[index]?.name, async () => {
        const options = { threshold: 0.1, includeAA: true };
        const different = pixelmatch(await cellOf(golden, index), data, undefined, CELL_SIDE, CELL_SIDE, options);
        assert.ok(different <= MOST_DIFFERENT, `${different} pixels look different; ${MOST_DIFFERENT} may`);
      });
    }
  });
}
