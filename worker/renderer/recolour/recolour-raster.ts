import { rgbAt } from '../colour/flat-pixels.ts';
import type { LogoColours } from '../colour/logo-colours.ts';
import { blend } from '../colour/srgb.ts';
import type { Raster } from '../raster.ts';
import { type ColourMap, remembering } from './colour-map.ts';
import { unmix } from './unmix.ts';

/** A raster with its colours replaced; its alpha is kept. `colours` are its own. */
export function recolourRaster(raster: Raster, colours: LogoColours, map: ColourMap): Raster {
  const data = Buffer.from(raster.data);
  const mapped = remembering(map);
  for (let pixel = 0, at = 0; at < data.length; pixel++, at += 4) {
    if (data[at + 3] === 0) continue;
    const rgb = rgbAt(data, at);
    const isEdge = !colours.isPicture && colours.labels[pixel] === 0;
    const mixture = isEdge ? unmix(colours, raster, pixel, rgb) : undefined;
    const replaced = mixture ? blend(mapped(mixture.first), mapped(mixture.second), mixture.share) : mapped(rgb);
    data[at] = replaced >> 16;
    data[at + 1] = (replaced >> 8) & 0xff;
    data[at + 2] = replaced & 0xff;
  }
  return { ...raster, data };
}
