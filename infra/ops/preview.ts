import { writeFile } from 'node:fs/promises';
import type { Stack } from '@pulumi/pulumi/automation/index.js';
import { changesOf, kind } from './changes.ts';
import { requireCluster } from './cluster.ts';
import { refusedBy } from './data-loss-gate.ts';
import { attempt } from './engine.ts';
import { Failure, runOperation } from './failure.ts';
import { useLastImages } from './last-images.ts';
import { readOptions } from './options.ts';
import { prepareThrownAway } from './prepare.ts';
import { costNotes } from './preview-cost.ts';
import { previewReport } from './preview-report.ts';
import { allConfig, isThrownAway, openStack, readConfigFile, restoreConfigFile, setConfig } from './stack.ts';

const SIGNS = { create: '+', update: '~', replace: '±', delete: '-' };

await runOperation(async () => {
  const taken = ['stack', 'config', 'service-image', 'worker-image', 'markdown'] as const;
  const options = readOptions(process.argv.slice(2), taken);
  let kept = await readConfigFile(options.stack);
  try {
    const stack = await openStack(options.stack, { create: true });
    if (await isThrownAway(stack)) {
      await requireCluster(await prepareThrownAway(stack, options.config));
      // Its passwords are made once, for good.
      kept = await readConfigFile(options.stack);
    }
    await setConfig(stack, options.config);
    const notes = await useLastImages(stack);
    const { events, failure } = await attempt((handlers) => stack.preview(handlers));
    const refused = await refusedBy(stack, events);
    if (failure !== undefined && refused.length === 0) throw failure;
    if (failure !== undefined) notes.push('The engine stopped at what is refused: more may change than is listed.');
    else notes.push(...costNotes(events));
    const report = previewReport({ stack: stack.name, events, secrets: await secretsOf(stack), notes, refused });
    if (options.markdown !== undefined) await writeFile(options.markdown, report);
    for (const line of [...notes, ...list(events)]) process.stdout.write(`${line}\n`);
    if (refused.length > 0) throw new Failure(refused.join('\n'));
  } finally {
    // A preview changes nothing, the config neither.
    await restoreConfigFile(options.stack, kept);
  }
});

async function secretsOf(stack: Stack): Promise<string[]> {
  return Object.values(await allConfig(stack)).flatMap(({ value, secret }) => (secret === true ? value : []));
}

/** The changes, a line each, by operation. */
function list(events: Parameters<typeof changesOf>[0]): string[] {
  const changes = changesOf(events);
  if (changes.length === 0) return ['no change'];
  return (['create', 'update', 'replace', 'delete'] as const).flatMap((verb) =>
    changes
      .filter(({ operation }) => operation === verb)
      .map(({ type, name, reasons }) => {
        const why = reasons.length === 0 ? '' : ` (because of ${reasons.join(', ')})`;
        return `  ${SIGNS[verb]} ${verb} ${kind(type)} ${name}${why}`;
      }),
  );
}
