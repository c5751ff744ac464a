import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DOCUMENTS } from './documents.ts';

// Writes every generated document anew.
for (const [path, make] of Object.entries(DOCUMENTS)) {
  await writeFile(join(import.meta.dirname, '../..', path), await make());
  console.log(path);
}
