import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import { decoding } from '../decoding.ts';
import { decode, type OpenedLogo } from '../open-logo.ts';
import { animates } from './animation.ts';

/** What an encoder of sharp's can put metadata into. */
const WITH_METADATA: readonly string[] = ['png', 'jpeg', 'webp', 'avif'];

/** Whether a variant is to keep metadata that there is no place for: of most formats, and in animations. */
export function losesMetadata(logo: OpenedLogo, recipe: VariantRecipe): boolean {
  return hasMetadata(logo, recipe) && !keepsMetadata(logo, recipe);
}

/**
 * A picture of one pixel that has the metadata of the logo, but for its orientation, and the profile of the recipe's
 * colour space; undefined when none are to be kept. It is a JPEG for a JPEG, because PNG has no place for IPTC.
 */
export async function metadataCarrier(logo: OpenedLogo, recipe: VariantRecipe): Promise<Buffer | undefined> {
  if (logo.kind === 'vector' || !keepsMetadata(logo, recipe)) return undefined;
  const pixel = decode(logo).resize(1, 1).keepMetadata().withIccProfile(recipe.colourSpace);
  const format = recipe.format === 'jpeg' ? 'jpeg' : 'png';
  return decoding(logo.format, () => pixel.toFormat(format).toBuffer());
}

function keepsMetadata(logo: OpenedLogo, recipe: VariantRecipe): boolean {
  const isStill = logo.kind === 'raster' && !animates(logo, recipe);
  return hasMetadata(logo, recipe) && isStill && WITH_METADATA.includes(recipe.format);
}

function hasMetadata(logo: OpenedLogo, { keepMetadata }: VariantRecipe): boolean {
  if (!keepMetadata || logo.kind === 'vector') return false;
  return [logo.head.exif, logo.head.xmp, logo.head.iptc].some((block) => block !== undefined);
}
