import { readFile } from 'node:fs/promises';
import { measureInk, pixelsOf } from '@logomorph/worker/renderer/testing/pixels.ts';
import { compare, type Measured } from './harness/compare.ts';
import { benchOptions, inputsOf, withFolder } from './harness/options.ts';
import { type Row, table } from './harness/table.ts';
import { favicons, renderer, vitePwa } from './sides.ts';

// What the icons of each generator are like, logo by logo: how large favicon.ico is, and how far the farthest ink of
// the maskable icon is from the centre. The safe zone ends at 0.40 of the width; less than 0.38 wastes room in it.
const options = await benchOptions();
await withFolder(async (folder) => {
  const android = ['android-chrome-512x512.png'];
  const none = { appleIcon: false, appleStartup: false, windows: false, yandex: false };
  const measured = await compare(
    [favicons({ ...none, android, favicons: ['favicon.ico'] }), vitePwa(), renderer('kit', { type: 'kit' })],
    inputsOf(options.logos),
    { ...options, folder },
  );
  const rows: Row[] = [];
  for (const { name } of options.logos) {
    const row: Row = { logo: name };
    for (const side of measured) row[`ico B ${side.side.name}`] = find(side, name, /^favicon\.ico$/)?.bytes ?? '';
    for (const side of measured) row[`radius ${side.side.name}`] = await maskableRadius(side, name);
    rows.push(row);
  }
  console.log(`bytes of favicon.ico, and farthest ink of the maskable icon by its width\n\n${table(rows)}`);
});

function find({ files }: Measured, input: string, pattern: RegExp) {
  return files.find((file) => file.input === input && pattern.test(file.name));
}

/** The icon of favicons is its 512-pixel one, which it may label as maskable as well. */
async function maskableRadius(side: Measured, input: string): Promise<string> {
  const file = find(side, input, /maskable.*512/) ?? find(side, input, /android-chrome-512x512/);
  if (!file) return '';
  const bytes = await readFile(file.path);
  const { width, at } = await pixelsOf(bytes);
  return ((await measureInk(bytes, at(0, 0))).reach / width).toFixed(3);
}
