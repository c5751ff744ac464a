import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openLogo } from '../open-logo.ts';
import { svgLogo } from '../testing/real-logos.ts';
import { kitRecipe } from '../testing/render-all.ts';
import { renderKit } from './kit.ts';

const recipe = kitRecipe({ include: ['extension'] });

test('a kit whose files together are over the limit is refused as soon as they are, and one at the limit is not', async () => {
  const all = await filesOf(Number.MAX_SAFE_INTEGER);
  // The report, the checksums and the zip close each kit.
  const bytes = all.slice(0, -3).reduce((sum, file) => sum + file.bytes.length, 0);
  assert.deepEqual(await filesOf(bytes), all);
  await assert.rejects(filesOf(bytes - 1), { problem: 'output-too-large', message: /more than \d+ bytes together/ });
});

async function filesOf(mostBytes: number) {
  const { bytes, format } = svgLogo('<circle cx="50" cy="50" r="40" fill="#c22"/>');
  const options = { signal: new AbortController().signal, warn: () => {} };
  return Array.fromAsync(renderKit(await openLogo(bytes, format), recipe, options, mostBytes));
}
