import assert from 'node:assert/strict';
import { test } from 'node:test';
import { program } from './program.ts';
import { openValues } from './testing/open-values.ts';
import { runProgram, SUPPLIED, stackConfig } from './testing/run-program.ts';
import { secretValues } from './testing/secret-values.ts';

const SECRET = `whsec_${'a'.repeat(32)}`;
const SIGN_IN = {
  oidcJwksUrl: 'https://keys.example.test/jwks',
  oidcIssuer: 'https://clerk.example.test',
  oidcAuthorizedParties: 'https://app.example.test,https://www.example.test',
  clerkWebhook: 'true',
  clerkWebhookSecret: SECRET,
};

/** What the programs are told of prod with some settings, by whether it is in the secret. */
async function told(given: Record<string, string>) {
  const config = stackConfig('prod', { ...SUPPLIED.prod, ...given });
  const { resources } = await runProgram('prod', config, program);
  return { open: openValues(resources, 'app'), secret: secretValues(resources, 'app') };
}

test('users of an identity provider are let in by settings, and the secret of its webhook stays one', async () => {
  const { open, secret } = await told(SIGN_IN);
  assert.equal(open.OIDC_ISSUER, SIGN_IN.oidcIssuer);
  assert.equal(open.OIDC_JWKS_URL, SIGN_IN.oidcJwksUrl);
  assert.equal(open.OIDC_AUTHORIZED_PARTIES, SIGN_IN.oidcAuthorizedParties);
  assert.equal(open.OIDC_AUDIENCE, undefined);
  assert.equal(secret.CLERK_WEBHOOK_SECRET, SECRET);
  assert.doesNotMatch(JSON.stringify(open), /whsec/);
});

test('web pages are let in by their origins', async () => {
  assert.equal((await told({ corsOrigins: 'https://app.example.test' })).open.CORS_ORIGINS, 'https://app.example.test');
});

test('nobody but who has a key is let in unless it is said', async () => {
  const { open, secret } = await told({});
  for (const name of Object.keys({ ...open, ...secret })) assert.doesNotMatch(name, /OIDC|CLERK|CORS/);
});
