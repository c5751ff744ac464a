import { readFile } from 'node:fs/promises';
import Value from 'typebox/value';
import { Measured } from '../../../bench/footprint/footprint.ts';
import { scaleTables } from './tables.ts';

const DOCUMENT = new URL('../../../docs/scale.md', import.meta.url);
const MEASURED = new URL('../../../bench/footprint/measured.json', import.meta.url);

/** The plan for growth with its tables computed anew; what is around them is written by hand. */
export async function scaleDocument(): Promise<string> {
  const measured = Value.Parse(Measured, JSON.parse(await readFile(MEASURED, 'utf8')));
  return fillTables(await readFile(DOCUMENT, 'utf8'), scaleTables(measured));
}

/**
 * Puts tables in their places, between `<!-- computed: name -->` and `<!-- end -->`.
 * @throws when a table has no place or a place no table
 */
export function fillTables(text: string, tables: Readonly<Record<string, string>>): string {
  const left = new Set(Object.keys(tables));
  const filled = text.replace(/(<!-- computed: (\w+) -->\n).*?(<!-- end -->)/gs, (_, begin, name, end) => {
    const table = tables[name];
    if (table === undefined) throw new Error(`There is no table "${name}"`);
    left.delete(name);
    return `${begin}\n${table}\n\n${end}`;
  });
  if (left.size > 0) throw new Error(`No place for ${[...left].join(', ')}`);
  return filled;
}
