import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { corpusLogos } from '../testing/corpus.ts';
import { drawCells, sheetOf } from './sheet.ts';

// `npm run golden` keeps how the logos look now as what the tests compare with. Look at the sheets before you commit.
const folder = join(import.meta.dirname, 'sheets');
await mkdir(folder, { recursive: true });
for (const { name, ...logo } of await corpusLogos()) {
  await writeFile(join(folder, `${name}.png`), await sheetOf(await drawCells(logo)));
  console.log(join(folder, `${name}.png`));
}
