import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { restrictLibvips } from './loaders.ts';
import { letterL } from './testing/logos.ts';

const folder = mkdtempSync(join(tmpdir(), 'logomorph-loaders-'));
after(() => rmSync(folder, { recursive: true }));

test('libvips loads the six logo formats from memory, and nothing else', async () => {
  const tiff = await letterL(20, 20).tiff().toBuffer();
  restrictLibvips();
  for (const format of ['png', 'jpeg', 'webp', 'avif', 'gif'] as const) {
    const bytes = await letterL(20, 20).toFormat(format).toBuffer();
    assert.equal((await sharp(bytes).metadata()).width, 20, format);
    const file = join(folder, `logo.${format}`);
    writeFileSync(file, bytes);
    await assert.rejects(sharp(file).metadata(), format);
  }
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"/>');
  assert.equal((await sharp(svg).metadata()).width, 20);
  await assert.rejects(sharp(tiff).metadata(), /unsupported image format/);
});

test('SVG loads from memory alone, and other loaders not at all, where the environment blocks untrusted ones', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"/>';
  const file = join(folder, 'logo.svg');
  writeFileSync(file, svg);
  const widthIn = (source: string, prepare = '') => {
    const script = `const { restrictLibvips } = await import('./loaders.ts');
      const { default: sharp } = await import('sharp');
      ${prepare}
      console.log(await sharp(${source}).metadata().then(({ width }) => width, () => 'blocked'));`;
    return execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: import.meta.dirname,
      env: { VIPS_BLOCK_UNTRUSTED: '1' },
      encoding: 'utf8',
    }).trim();
  };
  const [memory, path] = [`Buffer.from(${JSON.stringify(svg)})`, JSON.stringify(file)];
  assert.equal(widthIn(memory), 'blocked');
  assert.equal(widthIn(memory, 'restrictLibvips();'), '20');
  assert.equal(widthIn(path, 'restrictLibvips();'), 'blocked');
});
