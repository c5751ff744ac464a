import { ProblemError } from '@logomorph/contract/problem.ts';
import { isFinished, type RenderState } from '@logomorph/contract/render.ts';
import type { PointReads } from '@logomorph/core/database/point-reads.ts';
import type { Database, Tables } from '@logomorph/core/database/schema.ts';
import type { Selectable } from 'kysely';
import { readRender } from './renders.ts';
import { isSuspended, suspended } from './suspension.ts';

/** A file that a render made, as its row tells of it. */
export interface StoredFile {
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  objectKey: string;
  /** When it became what it stays; undefined while the render is at work, and may make it anew. */
  finalSince: Date | undefined;
}

/** What of an output and its render a stored file is made of. */
export const FILE_COLUMNS = ['name', 'media_type', 'bytes', 'sha256', 'object_key', 'state', 'finished_at'] as const;

type FileRow = Pick<Selectable<Tables['render_outputs']>, 'name' | 'media_type' | 'bytes' | 'sha256' | 'object_key'> & {
  state: RenderState;
  finished_at: Date | null;
};

/**
 * Finds files of renders, by a statement that is made but once.
 *
 * @throws ProblemError not-found; not-ready while the render may still make it
 */
export function fileFinder(db: Database, reads: Pick<PointReads, 'rows'>) {
  const query = filesOf(db, '', '').where('tenant_id', '=', '').compile();
  return async (tenantId: string, renderId: string, name: string): Promise<StoredFile> => {
    const [row] = await reads.rows('find-file', query, [renderId, name, tenantId]);
    if (row !== undefined) return toStoredFile(row);
    const { state, children } = await readRender(db, tenantId, renderId);
    if (children === undefined && !isFinished(state)) {
      throw new ProblemError('not-ready', `The render is ${state}; follow its events`);
    }
    throw new ProblemError('not-found', 'The render has no such output');
  };
}

/**
 * Finds files of whichever tenant's renders, each with the tenant, by a statement that is made but once.
 *
 * @throws ProblemError not-found; tenant-suspended
 */
export function anyFileFinder(db: Database, reads: Pick<PointReads, 'rows'>) {
  const query = filesOf(db, '', '')
    .select('renders.tenant_id')
    .select(isSuspended('renders.tenant_id').as('is_suspended'))
    // Of a tenant that is being erased nothing is served.
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('tenants')
          .select('tenants.id')
          .whereRef('tenants.id', '=', 'renders.tenant_id')
          .where('erased_at', 'is', null),
      ),
    )
    .compile();
  return async (renderId: string, name: string): Promise<{ file: StoredFile; tenantId: string }> => {
    const [row] = await reads.rows('find-any-file', query, [renderId, name]);
    if (row === undefined) throw new ProblemError('not-found', 'The file is not there any more');
    if (row.is_suspended) throw suspended();
    return { file: toStoredFile(row), tenantId: row.tenant_id };
  };
}

function filesOf(db: Database, renderId: string, name: string) {
  return db
    .selectFrom('render_outputs')
    .innerJoin('renders', 'renders.id', 'render_outputs.render_id')
    .select(FILE_COLUMNS)
    .where('render_id', '=', renderId)
    .where('name', '=', name);
}

export function toStoredFile(row: FileRow): StoredFile {
  return {
    name: row.name,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    objectKey: row.object_key,
    // A render that has succeeded is not made again.
    finalSince: row.state === 'succeeded' ? (row.finished_at ?? undefined) : undefined,
  };
}
