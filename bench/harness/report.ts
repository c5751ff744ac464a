import { extname } from 'node:path';
import type { Measured } from './compare.ts';
import { median, percentile, sum } from './statistics.ts';
import { megabytes, type Row, ratio, table } from './table.ts';

const PICTURES = new Set(['.png', '.ico', '.svg', '.jpg', '.webp', '.avif', '.gif']);

export function isPicture({ name }: { name: string }): boolean {
  return PICTURES.has(extname(name));
}

/** Milliseconds of CPU that a side takes for an input, on average of the inputs, each by the median of its rounds. */
export function cpuOf({ samples }: Measured): number {
  const byInput = Map.groupBy(samples, ({ input }) => input);
  const medians = [...byInput.values()].map((rounds) => median(rounds.map(({ cpu }) => cpu)));
  return sum(medians) / medians.length;
}

/** A row a side: CPU, wall, pictures and their bytes an input, memory; ratios are to the first side. */
export function comparison(measured: readonly Measured[], more: (side: Measured) => Row = () => ({})): string {
  const [baseline] = measured;
  if (!baseline) return '';
  const bytesOf = (side: Measured) => sum(side.files.filter(isPicture).map(({ bytes }) => bytes));
  const rows = measured.map((side) => {
    const walls = side.samples.map(({ wall }) => wall);
    const inputs = new Set(side.samples.map(({ input }) => input)).size;
    return {
      side: side.side.name,
      'CPU ms': Math.round(cpuOf(side)),
      'CPU ratio': ratio(cpuOf(side), cpuOf(baseline)),
      'wall p50': Math.round(percentile(walls, 0.5)),
      'wall p95': Math.round(percentile(walls, 0.95)),
      files: (side.files.filter(isPicture).length / inputs).toFixed(1),
      KB: (bytesOf(side) / inputs / 1000).toFixed(1),
      'bytes ratio': ratio(bytesOf(side), bytesOf(baseline)),
      'peak RSS MB': megabytes(side.peakRss),
      ...more(side),
    };
  });
  return table(rows);
}

/** A row a logo: the CPU of each side, also by that of the first, and the bytes of its pictures. */
export function byInput(measured: readonly Measured[]): string {
  const inputs = new Set(measured.flatMap(({ samples }) => samples.map(({ input }) => input)));
  const rows = [...inputs].map((input) => {
    const row: Row = { logo: input };
    const cpuOfInput = ({ samples }: Measured) =>
      median(samples.filter((sample) => sample.input === input).map(({ cpu }) => cpu));
    for (const side of measured) row[`ms ${side.side.name}`] = Math.round(cpuOfInput(side));
    for (const side of measured.slice(1)) {
      row[`ratio ${side.side.name}`] = ratio(cpuOfInput(side), measured[0] ? cpuOfInput(measured[0]) : 0);
    }
    for (const { side, files } of measured) {
      const pictures = files.filter((file) => file.input === input && isPicture(file));
      row[`KB ${side.name}`] = (sum(pictures.map(({ bytes }) => bytes)) / 1000).toFixed(1);
    }
    return row;
  });
  return table(rows);
}
