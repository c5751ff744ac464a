import { readFile } from 'node:fs/promises';
import { compare, type Measured } from './harness/compare.ts';
import type { Input } from './harness/job.ts';
import { benchOptions, withFolder } from './harness/options.ts';
import { cpuOf } from './harness/report.ts';
import { ssim } from './harness/ssim.ts';
import { type Row, ratio, table } from './harness/table.ts';
import { ipx, renderer } from './sides.ts';
import { TRANSFORMS, type TransformCase } from './transforms/cases.ts';
import { reference } from './transforms/reference.ts';
import { transformSources } from './transforms/sources.ts';

// One picture made of one picture, by ipx as a function and by our renderer, neither with a cache.
const options = await benchOptions({}, 3);
await withFolder(async (folder) => {
  const sources = await transformSources();
  const rows: Row[] = [];
  for (const transform of TRANSFORMS) {
    for (const name of transform.sources) rows.push(await measure(transform, sources[name], folder));
  }
  console.log(`single transforms; ratios are ours by ipx's\n\n${table(rows)}`);
});

async function measure(transform: TransformCase, input: Input, folder: string): Promise<Row> {
  const sides = [ipx(transform.modifiers), renderer('ours', { type: 'variant', ...transform.recipe })];
  const row: Row = { source: input.name, transform: transform.what };
  const measured = await compare(sides, [input], { ...options, folder }).catch((error: unknown) => {
    row.failed = String(error);
    return undefined;
  });
  const [peer, ours] = measured ?? [];
  if (!peer || !ours) return row;
  const bytes = { ipx: peer.files[0]?.bytes ?? 0, ours: ours.files[0]?.bytes ?? 0 };
  return {
    ...row,
    'CPU ms ipx': cpuOf(peer).toFixed(0),
    ours: cpuOf(ours).toFixed(0),
    'CPU ratio': ratio(cpuOf(ours), cpuOf(peer)),
    'bytes ipx': bytes.ipx,
    'bytes ours': bytes.ours,
    'bytes ratio': ratio(bytes.ours, bytes.ipx),
    'SSIM ipx': await quality(peer, input, transform),
    'SSIM ours': await quality(ours, input, transform),
  };
}

async function quality({ files: [file] }: Measured, { sources }: Input, transform: TransformCase): Promise<string> {
  const [source] = sources;
  if (!transform.reference || !file || !source) return '';
  return (await ssim(await readFile(file.path), await reference(source.bytes, transform.reference))).toFixed(4);
}
