import type { Recipe } from '@logomorph/contract/recipe/recipe.ts';
import type { Source } from '../renderer/render.ts';

export interface RenderRequest {
  kind: 'render';
  sources: readonly Source[];
  recipe: Recipe;
}

/** What the worker tells its render process: to render, to stop. */
export type Request = RenderRequest | { kind: 'stop' };

/** Whether a message is a request. The worker is trusted, so it is not looked at any closer. */
export function isRequest(message: unknown): message is Request {
  return typeof message === 'object' && message !== null && 'kind' in message;
}
