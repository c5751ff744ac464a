import Type, { type Static, type TSchema } from 'typebox';
import type { PatientClient } from './patient-client.ts';

/** Reads all pages of a list, oldest first. */
export async function allOf<T extends TSchema>(client: PatientClient, path: string, item: T): Promise<Static<T>[]> {
  const Page = Type.Object({ items: Type.Array(item), nextCursor: Type.Optional(Type.String()) });
  const all: Static<T>[] = [];
  let cursor = '';
  do {
    const page = await client.ask(Page, { path: `${path}?limit=100${cursor}` });
    all.push(...page.items);
    cursor = page.nextCursor === undefined ? '' : `&cursor=${page.nextCursor}`;
  } while (cursor !== '');
  return all.reverse();
}
