import type { Raster } from '../raster.ts';

/** The areas, in pixels, of the holes in the ink of a raster: what is not ink and cannot be reached from its border. */
export function holesOf(raster: Raster): number[] {
  return areas(raster, (alpha) => alpha < 128)
    .filter(({ touchesBorder }) => !touchesBorder)
    .map(({ pixels }) => pixels);
}

/** The areas, in pixels, of the parts that the ink of a raster falls into. */
export function inkPartsOf(raster: Raster): number[] {
  return areas(raster, (alpha) => alpha >= 128).map(({ pixels }) => pixels);
}

function areas({ data, width, height }: Raster, isOne: (alpha: number) => boolean) {
  const seen = new Uint8Array(width * height);
  const found: { pixels: number; touchesBorder: boolean }[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] || !isOne(data[start * 4 + 3] ?? 0)) continue;
    const area = { pixels: 0, touchesBorder: false };
    const open = [start];
    seen[start] = 1;
    for (let pixel = open.pop(); pixel !== undefined; pixel = open.pop()) {
      const [x, y] = [pixel % width, Math.floor(pixel / width)];
      area.pixels++;
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) area.touchesBorder = true;
      const next = [x > 0 ? pixel - 1 : -1, x < width - 1 ? pixel + 1 : -1, pixel - width, pixel + width];
      for (const other of next) {
        if (other < 0 || other >= seen.length || seen[other] || !isOne(data[other * 4 + 3] ?? 0)) continue;
        seen[other] = 1;
        open.push(other);
      }
    }
    found.push(area);
  }
  return found;
}
