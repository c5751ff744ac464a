import { canonicalRecipe } from '@logomorph/contract/recipe/recipe.ts';
import sharp from 'sharp';
import type { Raster } from '../raster.ts';
import type { RenderedFile } from '../rendered-file.ts';
import type { TestLogo } from '../testing/logos.ts';
import { renderAll } from '../testing/render-all.ts';
import { CELLS, type Cell, MORPH_TARGET } from './cells.ts';

/** The side of a cell, in pixels. */
export const CELL_SIDE = 96;

/** The pictures of a golden sheet, each as opaque pixels of CELL_SIDE a side, in the order of CELLS. */
export async function drawCells(logo: TestLogo): Promise<Raster[]> {
  const made = new Map<string, Map<string, RenderedFile>>();
  const cells: Raster[] = [];
  for (const cell of CELLS) {
    const key = canonicalRecipe(cell.recipe);
    const files =
      made.get(key) ?? (await renderAll(cell.recipe.type === 'morph' ? [logo, MORPH_TARGET] : logo, cell.recipe));
    made.set(key, files);
    const file = files.get(cell.file);
    if (!file) throw new Error(`${cell.file} is missing`);
    cells.push(await onGround(file.bytes, cell));
  }
  return cells;
}

/** The cells as one PNG: next to each other, for a person to look at. */
export async function sheetOf(cells: readonly Raster[]): Promise<Buffer> {
  const input = cells.map(({ data, width, height }, index) => ({
    input: data,
    raw: { width, height, channels: 4 as const },
    left: index * CELL_SIDE,
    top: 0,
  }));
  const create = { width: cells.length * CELL_SIDE, height: CELL_SIDE, channels: 3, background: '#fff' } as const;
  return sharp({ create }).composite(input).png({ compressionLevel: 9 }).toBuffer();
}

/** The pixels of one cell of a sheet. */
export async function cellOf(sheet: Buffer, index: number): Promise<Buffer> {
  const part = { left: index * CELL_SIDE, top: 0, width: CELL_SIDE, height: CELL_SIDE };
  return sharp(sheet).extract(part).ensureAlpha().raw().toBuffer();
}

async function onGround(bytes: Buffer, { ground, frame }: Cell): Promise<Raster> {
  const { data, info } = await sharp(bytes, frame === undefined ? {} : { page: frame })
    .flatten({ background: ground })
    .resize(CELL_SIDE, CELL_SIDE, { fit: 'contain', background: ground })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
