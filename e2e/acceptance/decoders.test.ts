import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { apiClient } from '../harness/client.ts';
import { LOGOS } from '../harness/logos.ts';
import { newDataFolder, startProduct } from '../harness/product.ts';
import { skipWithout } from '../harness/programs.ts';

const skip = skipWithout(['icotool', 'icns2png', 'sha256sum'], 'no other program reads the files back');

/** Runs a program in a folder and gives what it printed. */
function printed(folder: string, program: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 0, `${program} ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}

test('other programs read what is in a kit', { skip }, async (t) => {
  await using folder = await newDataFolder();
  await using product = await startProduct(join(folder.path, 'data'), {});
  const api = apiClient(product.baseUrl, product.key ?? '');
  const logoId = await api.upload(await LOGOS['an SVG icon']());
  const { outputs } = await api.made({ logoId, recipe: { type: 'kit', include: ['modern', 'macos', 'ios'] } });
  const zip = outputs.find(({ name }) => name === 'kit.zip');
  const kit = join(folder.path, 'kit');
  for (const [name, bytes] of Object.entries(unzipSync(await api.download(zip)))) {
    await mkdir(dirname(join(kit, name)), { recursive: true });
    await writeFile(join(kit, name), bytes);
  }

  await t.test('icotool finds the three pictures of the favicon, 32 bits deep', () => {
    const sides = [...printed(kit, 'icotool', '--list', 'favicon.ico').matchAll(/--width=(\d+) .*--bit-depth=32/g)];
    assert.deepEqual(
      sides.map(([, side]) => Number(side)).sort((a, b) => a - b),
      [16, 32, 48],
    );
  });

  await t.test('icns2png takes out of the ICNS the pictures that it knows, whole', async () => {
    printed(kit, 'icns2png', '--extract', 'app.icns');
    for (const side of [256, 512, 1024]) {
      const { width, height, hasAlpha } = await sharp(join(kit, `app_${side}x${side}x32.png`)).metadata();
      assert.deepEqual({ width, height, hasAlpha }, { width: side, height: side, hasAlpha: true });
    }
  });

  await t.test('sha256sum finds every file as it was summed', () => {
    assert.doesNotMatch(printed(kit, 'sha256sum', '--check', 'SHA256SUMS'), /FAILED/);
  });
});
