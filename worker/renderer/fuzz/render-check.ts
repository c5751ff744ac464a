import assert from 'node:assert/strict';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import type { render } from '../render.ts';
import type { TestLogo } from '../testing/logos.ts';

/** Milliseconds after which a render is taken for one that does not end. */
const PATIENCE = 20_000;

const RECIPE = completeRecipe('variant', { width: 128, trim: true });

/** Renders a file, which has to give a picture or a problem, and never a fault. Gives `rendered`, or the problem. */
export async function assertRendered(renderer: typeof render, logo: TestLogo): Promise<string> {
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    for await (const { bytes } of renderer([logo], RECIPE, { signal, warn: () => {} })) assert.ok(bytes.length > 0);
    return 'rendered';
  } catch (error) {
    assert.ok(error instanceof ProblemError, `${error instanceof Error ? (error.cause ?? error.stack) : error}`);
    assert.notEqual(error.problem, 'render-out-of-memory', error.message);
    return error.problem;
  }
}
