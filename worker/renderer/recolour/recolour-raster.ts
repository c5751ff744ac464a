import { rgbAt } from '../colour/flat-pixels.ts';
import { labelsOf } from '../colour/labels.ts';
import type { LogoColours } from '../colour/logo-colours.ts';
import { blend } from '../colour/srgb.ts';
import type { Raster } from '../raster.ts';
import { type ColourMap, remembering } from './colour-map.ts';
import { unmix } from './unmix.ts';

/** A raster with its colours replaced; its alpha is kept. The colours are those of the logo that it shows. */
export function recolourRaster(raster: Raster, colours: LogoColours, map: ColourMap): Raster {
  const data = Buffer.from(raster.data);
  const mapped = remembering(map);
  const labels = colours.isPicture ? undefined : labelsOf(raster, colours);
  for (let pixel = 0, at = 0; at < data.length; pixel++, at += 4) {
    if (data[at + 3] === 0) continue;
    const rgb = rgbAt(data, at);
    const mixture = labels?.[pixel] === 0 ? unmix(colours, labels, raster, pixel, rgb) : undefined;
    const replaced = mixture ? blend(mapped(mixture.first), mapped(mixture.second), mixture.share) : mapped(rgb);
    data[at] = replaced >> 16;
    data[at + 1] = (replaced >> 8) & 0xff;
    data[at + 2] = replaced & 0xff;
  }
  return { ...raster, data };
}
