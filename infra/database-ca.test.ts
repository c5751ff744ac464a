import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as pulumi from '@pulumi/pulumi';
import { wrongBundle } from './database-ca.ts';
import { readSettings } from './settings.ts';
import { mockStack, SUPPLIED, stackConfig } from './testing/run-program.ts';

const TODAY = new Date('2026-11-29');
const AUTHORITY = readFileSync(join(import.meta.dirname, 'testing/database-ca.pem'), 'utf8');
const SERVER = readFileSync(join(import.meta.dirname, '../standalone/testing/tls/server.pem'), 'utf8');

async function errors(databaseCaFile: string): Promise<string> {
  await mockStack('prod', stackConfig('prod', { ...SUPPLIED.prod, databaseCaFile }));
  try {
    readSettings();
  } catch (error) {
    assert.ok(error instanceof pulumi.RunError, String(error));
    return error.message;
  }
  assert.fail('the settings are taken');
}

test('a stack in AWS without the authorities of its database is told where to get them, and where to put them', async () => {
  const url = 'https://truststore.pki.rds.amazonaws.com/eu-central-1/eu-central-1-bundle.pem';
  assert.ok((await errors('infra/none.pem')).includes(`fetch it: curl --fail --output infra/none.pem ${url}`));
  assert.match(
    await errors('infra/none.pem'),
    /databaseCaFile of stack "prod" names "infra\/none\.pem", and the project has no/,
  );
  for (const outside of ['/etc/passwd', '../rds-ca.pem'])
    assert.match(await errors(outside), /the path of a file in the/);
});

test('a file with anything but authorities that are in force is refused', async () => {
  assert.match(await errors('package.json'), /names "package\.json", which has no certificate/);
  assert.equal(wrongBundle(`a comment\n${AUTHORITY}\n${AUTHORITY}`, TODAY), undefined);
  assert.match(wrongBundle(AUTHORITY + SERVER, TODAY) ?? '', /not of an authority: CN=localhost/);
  assert.match(wrongBundle(AUTHORITY.replace(/[A-Za-z]{12}\n/, '\n'), TODAY) ?? '', /damaged/);
  assert.match(wrongBundle(AUTHORITY, new Date('2125-01-01')) ?? '', /all out of date/);
});
