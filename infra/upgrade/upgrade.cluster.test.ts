import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type EngineEvent, LocalWorkspace } from '@pulumi/pulumi/automation/index.js';
import { changesOf } from '../ops/changes.ts';
import { currentContext } from '../ops/cluster.ts';
import { risksOf } from '../ops/risks.ts';
import { program } from '../program.ts';
import { skipWithoutCluster } from '../testing/cluster.ts';
import { SUPPLIED, stackConfig } from '../testing/run-program.ts';
import { importable, type KeptState } from './kept-state.ts';
import { readReleases } from './releases.ts';
import { isStateful } from './stateful.ts';

const skip = skipWithoutCluster();
let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logomorph-upgrade-'));
});
after(() => rm(folder, { recursive: true }));

for (const { version, local } of readReleases())
  describe(`a stack of release ${version}, brought to what there is now`, { skip }, () => {
    test('keeps all that holds data', async () => {
      const events = await previewOf(local, {});
      const kept = local.resources.filter(({ type }) => isStateful(type));
      const steps = events.flatMap(({ resourcePreEvent }) => resourcePreEvent?.metadata ?? []);
      const stays = steps.filter(({ type, op }) => isStateful(type) && (op === 'same' || op === 'update'));
      assert.ok(kept.length > 3);
      assert.deepEqual(risksOf(changesOf(events)).data, []);
      assert.equal(stays.length, kept.length);
    });

    test('would not, where the engine had to make another volume', async () => {
      const { data } = risksOf(changesOf(await previewOf(local, { redisStorage: '7Gi' })));
      assert.equal(data.length, 1);
      assert.match(data[0] ?? '', /^replace \*\*StatefulSet\*\* `redis`, the old one first, because of `spec/);
    });

    test('would not, where a data store got another name', async () => {
      const renamed: KeptState = JSON.parse(
        JSON.stringify(local).replaceAll('StatefulSet::redis', 'StatefulSet::queue'),
      );
      const { data } = risksOf(changesOf(await previewOf(renamed, {})));
      assert.deepEqual(data, ['delete **StatefulSet** `queue`']);
    });
  });

/** What the engine says that it would do, had it brought up that state. */
async function previewOf(
  { stack: stackName, ...state }: KeptState,
  given: Record<string, string>,
): Promise<EngineEvent[]> {
  const context = await currentContext();
  const workDir = await mkdtemp(join(folder, 'stack-'));
  const stack = await LocalWorkspace.createStack(
    { projectName: 'logomorph', stackName, program: async () => ({ ...program() }) },
    {
      workDir,
      projectSettings: { name: 'logomorph', runtime: 'nodejs', backend: { url: pathToFileURL(workDir).href } },
      envVars: { PULUMI_BACKEND_URL: pathToFileURL(workDir).href, PULUMI_CONFIG_PASSPHRASE: 'of tests' },
    },
  );
  const config = {
    ...stackConfig('local', { ...SUPPLIED.local, ...given }),
    ...state.config,
    'kubernetes:context': context,
  };
  await stack.setAllConfig(Object.fromEntries(Object.entries(config).map(([key, value]) => [key, { value }])));
  await stack.importStack(importable({ stack: stackName, ...state }, context));
  const events: EngineEvent[] = [];
  await stack.preview({ onEvent: (event) => events.push(event), color: 'never' });
  return events;
}
