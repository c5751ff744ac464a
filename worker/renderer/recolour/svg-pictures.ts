import sharp from 'sharp';
import { logoColours } from '../colour/logo-colours.ts';
import { decoding } from '../decoding.ts';
import { encodePng } from '../encode/png.ts';
import { KERNEL, toRaster } from '../raster.ts';
import type { EmbeddedPicture } from '../svg/embedded-pictures.ts';
import type { SanitisedSvg } from '../svg/sanitise-svg.ts';
import type { SvgAttribute } from '../svg/svg-element.ts';
import type { ColourMap } from './colour-map.ts';
import { recolourRaster } from './recolour-raster.ts';

/** The longest side of a recoloured picture: they are written as PNG, which of a photograph grows large. */
const PICTURE_SIDE = 1024;

/** The embedded pictures of an SVG in other colours, as PNG, by the base64 of their originals. */
export async function recolourPictures(svg: SanitisedSvg, map: ColourMap): Promise<Map<string, EmbeddedPicture>> {
  const recoloured = new Map<string, EmbeddedPicture>();
  // One after the other, because each needs its pixels in memory.
  for (const picture of svg.pictures) {
    recoloured.set(picture.bytes.toString('base64'), await recolourPicture(picture, map));
  }
  return recoloured;
}

/** An attribute of an image, of which a link to an embedded picture becomes one to its recoloured form. */
export function pictureOf(attribute: SvgAttribute, recoloured: ReadonlyMap<string, EmbeddedPicture>): SvgAttribute {
  const data = attribute.name === 'href' ? attribute.value.split(',')[1] : undefined;
  const picture = data === undefined ? undefined : recoloured.get(Buffer.from(data, 'base64').toString('base64'));
  if (!picture) return attribute;
  return { ...attribute, value: `data:image/${picture.format};base64,${picture.bytes.toString('base64')}` };
}

async function recolourPicture(picture: EmbeddedPicture, map: ColourMap): Promise<EmbeddedPicture> {
  const options = { width: PICTURE_SIDE, height: PICTURE_SIDE, fit: 'inside', withoutEnlargement: true } as const;
  const raster = await decoding('svg', () => toRaster(sharp(picture.bytes).resize({ ...options, kernel: KERNEL })));
  const colours = logoColours(raster);
  if (!colours) return picture;
  return { ...picture, format: 'png', bytes: await encodePng(recolourRaster(raster, colours, map)) };
}
