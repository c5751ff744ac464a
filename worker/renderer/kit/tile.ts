import { fromRaster, type Raster, toRaster } from '../raster.ts';
import { rasteriseElements } from '../rasterise-svg.ts';

/** The grid of icons since macOS 11: a tile of 824 in 1024, with corners of 185.4. */
const GRID = { x: 0, y: 0, width: 1024, height: 1024 };
const TILE = 'x="100" y="100" width="824" height="824" rx="185.4"';

/** A square raster laid over a tile of a colour (`#rrggbb`) with round corners, as the icons of Mac apps have it. */
export async function onTile(raster: Raster, colour: string): Promise<Raster> {
  const { width, height, data } = raster;
  const tile = await rasteriseElements(`<rect ${TILE} fill="${colour}"/>`, GRID, { width, height });
  return toRaster(fromRaster(tile).composite([{ input: data, raw: { width, height, channels: 4 } }]));
}
