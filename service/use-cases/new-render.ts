import type { Problem } from '@logomorph/contract/problem-document.ts';
import type { NewRender, Render } from '@logomorph/contract/render.ts';
import type { Author } from '@logomorph/core/audit.ts';
import { v7 as uuid } from 'uuid';
import { invalidRequest, sameTwice } from '../validation.ts';
import { type AnswerToKeep, inUse } from './idempotency.ts';
import { type InserterDeps, rendersInserter } from './insert-together.ts';
import { type NamedLogo, refusalOfMissing } from './named-logos.ts';
import { refuseOver } from './quotas.ts';

/**
 * Gives what creates a render of a logo, or a batch and its renders of many.
 *
 * It is told what is kept, together with the render, of the answer that tells of it, if anything is. It throws ProblemErrors:
 * invalid-request when the logos are not those that the recipe takes; not-found when one of them is not the tenant's;
 * logo-infected when one of them was; quota-exceeded, storage-full; idempotency-key-in-use when another request has taken the
 * key over
 */
export function renderCreator(deps: InserterDeps) {
  const insert = rendersInserter(deps);
  return async (
    author: Author,
    request: NewRender,
    answerTo: (render: Render) => AnswerToKeep | undefined = () => undefined,
  ): Promise<Render> => {
    checkSources(request);
    const { asked, render } = toAsked(request);
    const outcome = await insert({ ...asked, author, toKeep: answerTo(render) });
    if (outcome === undefined) throw new Error('the statement gives a row');
    const { held, over, createdAt } = outcome;
    if (createdAt !== null) return { ...render, createdAt: createdAt.toISOString() };
    const missing = missingOf(request, held);
    if (missing.length > 0) throw await refusalOfMissing(deps.db, author.tenantId, missing);
    refuseOver(over);
    throw inUse();
  };
}

/** What is asked for, and how it is answered, with a mark in the place of the time. */
function toAsked(request: NewRender) {
  const { recipe, priority = 'normal', metadata = {} } = request;
  const [logoId, toLogoId] = [request.logoId?.toLowerCase(), request.toLogoId?.toLowerCase()];
  const logoIds = inLowerCase(request.logoIds);
  const id = uuid();
  // The database tells the time, so that the answer is complete only there.
  const mark = `when ${id} was created`;
  const jobs = logoId === undefined ? logoIds.length : 1;
  const details = { type: recipe.type, renders: jobs };
  const asked = {
    ...{ id, logoId: logoId ?? null, toLogoId: toLogoId ?? null, recipe, priority, metadata, mark },
    children: logoIds.map((of) => ({ id: uuid(), logoId: of })),
    record: { action: 'render.created', target: { type: 'render', id }, details } as const,
  };
  const render = {
    id,
    ...(logoId === undefined ? {} : { logoId }),
    ...(toLogoId === undefined ? {} : { toLogoId }),
    ...{ recipe, priority, metadata, state: 'queued' as const, createdAt: mark, warnings: [], outputs: [] },
    ...(logoId === undefined ? { children: { total: jobs, succeeded: 0, failed: 0, canceled: 0 } } : {}),
  };
  return { asked, render };
}

function inLowerCase(ids: readonly string[] = []): string[] {
  return ids.map((id) => id.toLowerCase());
}

/** The rules between fields, which a schema tells badly. */
function checkSources({ logoId, logoIds, toLogoId, recipe: { type } }: NewRender): void {
  const errors: NonNullable<Problem['errors']> = [];
  if (logoId === undefined && logoIds === undefined) {
    errors.push({ pointer: '/logoId', detail: 'is required, or logoIds in its place' });
  }
  if (logoId !== undefined && logoIds !== undefined) {
    errors.push({ pointer: '/logoIds', detail: 'must not be given together with logoId' });
  }
  // The schema tells apart ids that are the same but for capitals.
  const ids = inLowerCase(logoIds);
  const again = ids.findIndex((id, index) => ids.indexOf(id) < index);
  if (again !== -1) errors.push({ pointer: '/logoIds', detail: sameTwice(ids.indexOf(ids[again] ?? ''), again) });
  if (type === 'morph' && toLogoId === undefined) {
    errors.push({ pointer: '/toLogoId', detail: 'is required for a morph: the logo that it ends in' });
  }
  if (type !== 'morph' && toLogoId !== undefined) {
    errors.push({ pointer: '/toLogoId', detail: `is for a morph alone, not for a ${type}` });
  }
  if (errors.length > 0) throw invalidRequest('body', errors);
}

/** The logos that a request names, and the tenant has not. */
function missingOf({ logoId, logoIds = [], toLogoId }: NewRender, held: readonly string[]): NamedLogo[] {
  const there = new Set(held);
  return [
    { pointer: '/logoId', id: logoId },
    ...logoIds.map((id, index) => ({ pointer: `/logoIds/${index}`, id })),
    { pointer: '/toLogoId', id: toLogoId },
  ].flatMap(({ pointer, id }) =>
    id === undefined || there.has(id.toLowerCase()) ? [] : [{ pointer, id: id.toLowerCase() }],
  );
}
