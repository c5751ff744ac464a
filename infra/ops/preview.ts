import { writeFile } from 'node:fs/promises';
import type { Stack } from '@pulumi/pulumi/automation/index.js';
import { changesOf, kind } from './changes.ts';
import { requireCluster } from './cluster.ts';
import { engine } from './engine.ts';
import { runOperation } from './failure.ts';
import { prepareLocal } from './local.ts';
import { readOptions } from './options.ts';
import { previewReport } from './preview-report.ts';
import { getConfig, isLocal, openStack, readConfigFile, restoreConfigFile, setConfig } from './stack.ts';

/** Stand for images that no `up` has built yet; nothing is deployed by a preview. */
const PLACEHOLDER = 'logomorph/not-built-yet:preview';

const SIGNS = { create: '+', update: '~', replace: '±', delete: '-' };

await runOperation(async () => {
  const taken = ['stack', 'config', 'service-image', 'worker-image', 'markdown'] as const;
  const options = readOptions(process.argv.slice(2), taken);
  let kept = await readConfigFile(options.stack);
  try {
    const stack = await openStack(options.stack, { create: true });
    if (await isLocal(stack)) {
      await requireCluster(await prepareLocal(stack));
      // Its passwords are made once, for good.
      kept = await readConfigFile(options.stack);
    }
    await setConfig(stack, options.config);
    const notes = await useLastImages(stack);
    const { events } = await engine((handlers) => stack.preview(handlers));
    const report = previewReport({ stack: stack.name, events, secrets: await secretsOf(stack), notes });
    if (options.markdown !== undefined) await writeFile(options.markdown, report);
    for (const line of [...notes, ...list(events)]) process.stdout.write(`${line}\n`);
  } finally {
    // A preview changes nothing, the config neither.
    await restoreConfigFile(options.stack, kept);
  }
});

/** Gives a stack that names no images those it runs, or else names that stand for them. */
async function useLastImages(stack: Stack): Promise<string[]> {
  if ((await getConfig(stack, 'logomorph:imageSource')) !== 'pinned') return [];
  const notes: string[] = [];
  const outputs = await stack.outputs();
  for (const key of ['serviceImage', 'workerImage']) {
    if ((await getConfig(stack, `logomorph:${key}`)) !== '') continue;
    const last: unknown = outputs[key]?.value;
    const digest = (await isLocal(stack)) ? '' : `@sha256:${'0'.repeat(64)}`;
    if (typeof last !== 'string') notes.push(`${key} is not known before the first up; a name stands for it here.`);
    const value = typeof last === 'string' ? last : PLACEHOLDER + digest;
    await setConfig(stack, [{ key: `logomorph:${key}`, value, secret: false }]);
  }
  return notes;
}

async function secretsOf(stack: Stack): Promise<string[]> {
  return Object.values(await stack.getAllConfig()).flatMap(({ value, secret }) => (secret === true ? value : []));
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
