import { ProblemError, type ProblemName, problemNameOf } from '@logomorph/contract/problem.ts';
import { canonicalRecipe } from '@logomorph/contract/recipe/recipe.ts';
import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import type { RenderState } from '@logomorph/contract/render.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { sha256 } from '@logomorph/core/sha256.ts';
import { sql } from 'kysely';
import { FILE_COLUMNS, type StoredFile, toStoredFile } from './stored-file.ts';
import { suspended } from './suspension.ts';

/** What an address of a transform is of. */
export interface WantedTransform {
  logoId: string;
  recipe: VariantRecipe;
}

/** The render of a transform. */
export interface TransformRender {
  id: string;
  run: number;
  state: RenderState;
  /** Why it failed, if it did. */
  problem: ProblemName;
  /** Milliseconds since it finished, by the database's clock; 0 when it has not. */
  finishedAgo: number;
}

/** What a logo has one render of. */
export function keyOfTransform({ recipe }: WantedTransform): string {
  return sha256(canonicalRecipe(recipe));
}

/** The file of a transform, if it is made, and its logo still there and shown. */
export async function findTransformFile(db: Database, wanted: WantedTransform): Promise<StoredFile | undefined> {
  const row = await db
    .selectFrom('render_outputs')
    .innerJoin('renders', 'renders.id', 'render_outputs.render_id')
    .select(FILE_COLUMNS)
    .where('logo_id', '=', wanted.logoId)
    .where('transform', '=', keyOfTransform(wanted))
    .where('state', '=', 'succeeded')
    .where(({ exists }) => exists(liveLogo(db, wanted.logoId).where('tenants.suspended_at', 'is', null)))
    .executeTakeFirst();
  return row === undefined ? undefined : toStoredFile(row);
}

/**
 * The tenant of a transform, and the render if there is one.
 *
 * @throws ProblemError not-found when there is no such logo any more; tenant-suspended
 */
export async function findTransform(
  db: Database,
  wanted: WantedTransform,
): Promise<{ tenantId: string; render: TransformRender | undefined }> {
  const logo = await liveLogo(db, wanted.logoId).executeTakeFirst();
  if (logo === undefined) throw new ProblemError('not-found', 'The logo is not there any more');
  if (logo.suspended_at !== null) throw suspended();
  const row = await db
    .selectFrom('renders')
    .select(['id', 'run', 'state', 'error'])
    .select(sql<number>`coalesce(extract(epoch from now() - finished_at)::float8 * 1000, 0)`.as('finished_ago'))
    .where('logo_id', '=', wanted.logoId)
    .where('transform', '=', keyOfTransform(wanted))
    .executeTakeFirst();
  if (row === undefined) return { tenantId: logo.tenant_id, render: undefined };
  const { id, run, state, error, finished_ago } = row;
  const problem = problemNameOf(error?.type ?? '') ?? 'internal';
  return { tenantId: logo.tenant_id, render: { id, run, state, problem, finishedAgo: finished_ago } };
}

function liveLogo(db: Database, logoId: string) {
  return db
    .selectFrom('logos')
    .innerJoin('tenants', 'tenants.id', 'logos.tenant_id')
    .select(['logos.tenant_id', 'tenants.suspended_at'])
    .where('logos.id', '=', logoId)
    .where('tenants.erased_at', 'is', null);
}
