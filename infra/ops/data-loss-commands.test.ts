import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import * as pulumi from '@pulumi/pulumi';
import { SUPPLIED } from '../testing/run-program.ts';
import { PROJECT_ROOT } from './paths.ts';
import { configFile, ownKeys } from './stack.ts';
import { type EngineStack, engineStack, skipWithoutEngine } from './testing/engine-stack.ts';

const NAME = `gate-${process.pid}`;
const BUCKET = `urn:pulumi:${NAME}::logomorph::aws:s3/bucket:Bucket::left`;

class MadeUp extends pulumi.CustomResource {}

/** Settings of a stack that others depend on, in a cluster that is there, with its data elsewhere. */
const SETTINGS = {
  ...SUPPLIED.staging,
  environment: 'staging',
  dataStores: 'external',
  databaseUrl: 'postgres://elsewhere',
  redisUrl: 'redis://elsewhere',
  s3Bucket: 'elsewhere',
};

describe('the commands for a stack that holds a bucket which its program no longer makes', {
  skip: skipWithoutEngine(),
}, () => {
  let made: EngineStack;

  before(async () => {
    made = await engineStack({}, NAME);
    made.declare(() => new MadeUp('aws:s3/bucket:Bucket', 'left', {}));
    await made.stack.up();
    // It answers, and has nothing.
    await mkdir(join(made.folder, 'bin'));
    await writeFile(join(made.folder, 'bin/kubectl'), '#!/bin/sh\n[ "$2" != current-context ] || echo made-up\n');
    await chmod(join(made.folder, 'bin/kubectl'), 0o755);
  });
  after(async () => {
    await rm(configFile(NAME), { force: true });
    await made[Symbol.asyncDispose]();
  });

  test('up refuses, and changes nothing', async () => {
    const state = await made.stack.exportStack();
    const { code, errors } = await run('up', SETTINGS);
    assert.equal(code, 1);
    assert.match(
      errors,
      /^logomorph: refused to delete \S+::left: only what logomorph:dataLossAllowed of gate-\d+ .*\n$/,
    );
    assert.ok(errors.includes(BUCKET));
    assert.deepEqual(await made.stack.exportStack(), state);
    assert.deepEqual(await ownKeys(made.stack), [], 'what was given is taken back');
  });

  test('preview reports what it would do, and refuses', async () => {
    const file = join(made.folder, 'report.md');
    const { code, errors } = await run('preview', SETTINGS, '--markdown', file);
    assert.equal(code, 1);
    assert.match(errors, /^logomorph: refused to delete .*\n$/);
    const report = await readFile(file, 'utf8');
    assert.match(report, /\*\*Refused: .*\n> - refused to delete .*::left.*\n\n> \[!CAUTION\]\n> \*\*Data at risk/);
    assert.match(report, /create \*\*Deployment\*\* `api`/);
  });

  /** Runs a command of the project's for the stack. */
  function run(command: 'up' | 'preview', settings: Record<string, string>, ...more: string[]) {
    const config = Object.entries(settings).flatMap(([key, value]) => ['--config', `${key}=${value}`]);
    // biome-ignore lint/style/noProcessEnv: where pulumi is
    const { ...env } = process.env;
    const path = `${join(made.folder, 'bin')}:${env.PATH}`;
    const options = { cwd: PROJECT_ROOT, env: { ...env, ...made.envVars, PATH: path } };
    const args = [`infra/ops/${command}.ts`, '--stack', NAME, ...config, ...more];
    return new Promise<{ code: number; errors: string }>((resolve) => {
      execFile(process.execPath, args, options, (error, _, errors) =>
        resolve({ code: Number(error?.code ?? 0), errors }),
      );
    });
  }
});
