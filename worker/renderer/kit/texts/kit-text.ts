import type { KitRecipe } from '@logomorph/contract/recipe/kit.ts';
import type { KitFile } from '../catalogue/kit-file.ts';

/** What the texts of a kit are written from. */
export interface KitText {
  recipe: KitRecipe;
  /** The files of the kit, but for those that close it. */
  files: readonly KitFile[];
}
