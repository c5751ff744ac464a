import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import { decoding } from '../decoding.ts';
import { isSameSize } from '../geometry.ts';
import type { OpenedLogo, RasterLogo } from '../open-logo.ts';
import { animates } from './animation.ts';
import { cornerRadius } from './compose.ts';
import { encodePicture } from './encode-variant.ts';
import type { Layout } from './layout.ts';
import { visibleBox } from './pixel-box.ts';
import type { Subject } from './subject.ts';

/**
 * An opaque logo that fills its variant, encoded by the pipeline that decodes it: to go by way of pixels takes a fifth
 * more time. Undefined when there is something to do to the pixels.
 */
export async function encodeDirectly(
  logo: OpenedLogo,
  { picture: open }: Subject,
  layout: Layout,
  recipe: VariantRecipe,
  signal: AbortSignal,
): Promise<Buffer | undefined> {
  const { format } = recipe;
  if (logo.kind === 'vector' || !open || (format !== 'jpeg' && format !== 'webp' && format !== 'avif'))
    return undefined;
  if (!isOpaqueStill(logo, recipe) || !isFilled(layout, recipe) || !isPlain(recipe)) return undefined;
  const still = { delays: [], loop: 0 };
  return decoding(logo.format, async () => {
    const picture = await open(layout);
    return encodePicture(() => picture, still, layout.canvas, logo, { ...recipe, format }, signal);
  });
}

/** Sixteen bits would be labelled with the profile that they are converted to. */
function isOpaqueStill(logo: RasterLogo, recipe: VariantRecipe): boolean {
  const { hasAlpha, space } = logo.head;
  return hasAlpha === false && space !== 'rgb16' && !animates(logo, recipe) && recipe.rotate % 90 === 0;
}

function isFilled(layout: Layout, recipe: VariantRecipe): boolean {
  return isSameSize(visibleBox(layout), layout.canvas) && cornerRadius(layout, recipe) === 0;
}

function isPlain({ colourSpace, keepMetadata, maxBytes }: VariantRecipe): boolean {
  return colourSpace === 'srgb' && !keepMetadata && maxBytes === undefined;
}
