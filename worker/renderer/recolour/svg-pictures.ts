import sharp from 'sharp';
import { logoColours } from '../colour/logo-colours.ts';
import { decoding } from '../decoding.ts';
import { encodePng } from '../encode/png.ts';
import { KERNEL, toRaster } from '../raster.ts';
import type { SanitisedSvg } from '../svg/sanitise-svg.ts';
import type { SvgAttribute } from '../svg/svg-element.ts';
import type { ColourMap } from './colour-map.ts';
import { recolourRaster } from './recolour-raster.ts';

/** The longest side of a recoloured picture: they are written as PNG, which of a photograph grows large. */
const PICTURE_SIDE = 1024;

/** The embedded pictures of an SVG in other colours, as PNG, by the base64 of their originals. */
export async function recolourPictures(svg: SanitisedSvg, map: ColourMap): Promise<Map<string, Buffer>> {
  const recoloured = new Map<string, Buffer>();
  // One after the other, because each needs its pixels in memory.
  for (const picture of svg.pictures) recoloured.set(picture.toString('base64'), await recolourPicture(picture, map));
  return recoloured;
}

/** An attribute of an image, of which a link to an embedded picture becomes one to its recoloured form. */
export function pictureOf(attribute: SvgAttribute, recoloured: ReadonlyMap<string, Buffer>): SvgAttribute {
  const data = attribute.name === 'href' ? attribute.value.split(',')[1] : undefined;
  const picture = data === undefined ? undefined : recoloured.get(Buffer.from(data, 'base64').toString('base64'));
  return picture ? { ...attribute, value: `data:image/png;base64,${picture.toString('base64')}` } : attribute;
}

async function recolourPicture(picture: Buffer, map: ColourMap): Promise<Buffer> {
  const options = { width: PICTURE_SIDE, height: PICTURE_SIDE, fit: 'inside', withoutEnlargement: true } as const;
  const raster = await decoding(picture, 'svg', () => toRaster(sharp(picture).resize({ ...options, kernel: KERNEL })));
  const colours = logoColours(raster);
  return colours ? encodePng(recolourRaster(raster, colours, map)) : picture;
}
