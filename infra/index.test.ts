import assert from 'node:assert/strict';
import { createRequire, Module } from 'node:module';
import { test } from 'node:test';
import * as pulumi from '@pulumi/pulumi';
import { mockStack, projectFile, SUPPLIED, stackConfig } from './testing/run-program.ts';

const require = createRequire(import.meta.url);

/** What Pulumi's language host loads and runs a program with; it has no types. */
function languageHost() {
  // The loader imports the host's command line for one number, which would start a host at once.
  const path = require.resolve('@pulumi/pulumi/cmd/run/index.js');
  const commandLine = new Module(path);
  commandLine.exports = { nodeJSProcessExitedAfterLoggingUserActionableMessage: 32 };
  require.cache[path] = commandLine;
  return require('@pulumi/pulumi/cmd/run/run.js');
}

test('plain pulumi up finds the program, runs it as it is, and gets its outputs', async () => {
  const { main, runtime } = projectFile('Pulumi.yaml');
  assert.equal(main, 'infra');
  // Else the host would load ts-node, and need it.
  assert.deepEqual(runtime, { name: 'nodejs', options: { typescript: false } });
  await mockStack('local', stackConfig('local', SUPPLIED.local));
  const nothing = () => undefined;
  const outputs = await languageHost().run({ _: ['.'], pwd: import.meta.dirname }, nothing, nothing, () => false);
  await pulumi.runtime.disconnect();
  assert.equal(outputs.namespace, 'logomorph');
  assert.ok('apiDeployment' in outputs && 'serviceImage' in outputs);
});
