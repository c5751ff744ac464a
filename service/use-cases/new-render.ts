import type { Problem } from '@logomorph/contract/problem-document.ts';
import type { NewRender, Render } from '@logomorph/contract/render.ts';
import type { Author } from '@logomorph/core/audit.ts';
import { v7 as uuid } from 'uuid';
import { invalidRequest } from '../validation.ts';
import { type AnswerToKeep, inUse } from './idempotency.ts';
import { insertRenders } from './insert-renders.ts';
import { type NamedLogo, refusalOfMissing } from './named-logos.ts';
import { type QuotaDeps, refuseOver } from './quotas.ts';

/**
 * Creates a render of a logo, or a batch and its renders of many.
 *
 * @param answerTo what is kept, together with the render, of the answer that tells of it, if anything is
 * @throws ProblemError invalid-request when the logos are not those that the recipe takes; not-found when one of them
 * is not the tenant's; logo-infected when one of them was; quota-exceeded, storage-full; idempotency-key-in-use when
 * another request has taken the key over
 */
export async function createRender(
  deps: QuotaDeps,
  author: Author,
  request: NewRender,
  answerTo: (render: Render) => AnswerToKeep | undefined = () => undefined,
): Promise<Render> {
  checkSources(request);
  const { recipe, priority = 'normal' } = request;
  const [logoId, toLogoId] = [request.logoId?.toLowerCase(), request.toLogoId?.toLowerCase()];
  const distinct = new Set(request.logoIds?.map((id) => id.toLowerCase()));
  const asked = {
    ...{ id: uuid(), logoId: logoId ?? null, toLogoId: toLogoId ?? null, recipe, priority },
    children: [...distinct].map((of) => ({ id: uuid(), logoId: of })),
  };
  const jobs = logoId === undefined ? distinct.size : 1;
  const details = { type: recipe.type, renders: jobs };
  const record = { action: 'render.created', target: { type: 'render', id: asked.id }, details } as const;
  // The database tells the time, so that the answer is complete only there.
  const mark = uuid();
  const render = {
    id: asked.id,
    ...(logoId === undefined ? {} : { logoId }),
    ...(toLogoId === undefined ? {} : { toLogoId }),
    ...{ recipe, priority, state: 'queued' as const, createdAt: mark, warnings: [], outputs: [] },
    ...(logoId === undefined ? { children: { total: jobs, succeeded: 0, failed: 0, canceled: 0 } } : {}),
  };
  const { held, over, createdAt } = await insertRenders(deps, author, { ...asked, record }, answerTo(render), mark);
  if (createdAt !== null) return { ...render, createdAt: createdAt.toISOString() };
  const missing = missingOf(request, held);
  if (missing.length > 0) throw await refusalOfMissing(deps.db, author.tenantId, missing);
  refuseOver(over);
  throw inUse();
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
