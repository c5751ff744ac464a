import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as pulumi from '@pulumi/pulumi';
import { readSettings } from './settings.ts';
import { mockStack, PASSWORD, SUPPLIED, stackConfig } from './testing/run-program.ts';

/** The settings of a stack whose config differs from what works by what is given. */
async function settings(given: Record<string, string>, stack = 'local') {
  await mockStack(stack, stackConfig(stack, { ...SUPPLIED[stack], ...given }));
  return readSettings();
}

/** The lines of the error that such a config is refused with. */
async function errors(given: Record<string, string>, stack = 'local'): Promise<string[]> {
  try {
    await settings(given, stack);
  } catch (error) {
    assert.ok(error instanceof pulumi.RunError, String(error));
    return error.message.split('\n');
  }
  assert.fail('the settings are taken');
}

describe('settings', () => {
  test('have the defaults of the project file', async () => {
    const { environment, protectData, namespace, service, worker, logLevel } = await settings({});
    assert.deepEqual(
      { environment, protectData, namespace, logLevel, min: service.minReplicas, max: service.maxReplicas },
      { environment: 'local', protectData: false, namespace: 'logomorph', logLevel: 'info', min: 3, max: 10 },
    );
    assert.deepEqual(service.resources.requests, { cpu: '100m', memory: '256Mi' });
    assert.deepEqual(worker.scaling, { kind: 'fixed', replicas: 2 });
  });

  test('are frozen all the way down', async () => {
    const read = await settings({});
    assert.ok(Object.isFrozen(read) && Object.isFrozen(read.service.resources.limits) && Object.isFrozen(read.images));
  });

  test('are refused all at once, each by its key, the stack and the rule', async () => {
    const found = await errors({
      serviceMinReplicas: '0',
      serviceMaxReplicas: '1.5',
      logLevel: 'loud',
      prometheus: 'yes',
      namespace: 'No Name',
      workerMemoryLimit: 'much',
    });
    assert.deepEqual(found, [
      'logomorph:namespace of stack "local" must be a DNS label, and is "No Name"',
      'logomorph:serviceMinReplicas of stack "local" must be a whole number from 1 to 100, and is "0"',
      'logomorph:serviceMaxReplicas of stack "local" must be a whole number from 1 to 100, and is "1.5"',
      'logomorph:workerMemoryLimit of stack "local" must be an amount of memory or storage, like 256Mi or 1Gi, and is "much"',
      'logomorph:logLevel of stack "local" must be one of trace, debug, info, warn, error, fatal, and is "loud"',
      'logomorph:prometheus of stack "local" must be true or false, and is "yes"',
      'logomorph:serviceMinAvailable of stack "local" must be below serviceMinReplicas, 0',
      'logomorph:grafana of stack "local" must be false where prometheus is false: it would have nothing to show',
    ]);
  });

  test('that do not fit each other are refused', async () => {
    assert.match((await errors({ serviceMinReplicas: '11' })).join(), /must not be above serviceMaxReplicas, 10/);
    assert.match((await errors({ serviceCpuRequest: '1' })).join(), /serviceCpuRequest .* above serviceCpuLimit, 500m/);
    assert.match((await errors({ workerMemoryRequest: '2Gi' })).join(), /above workerMemoryLimit, 1Gi/);
  });

  test('scale the workers between bounds that fit, where Prometheus says how much work there is', async () => {
    const { worker } = await settings({ workerScaling: 'keda' });
    assert.deepEqual(worker.scaling, {
      kind: 'keda',
      minReplicas: 2,
      maxReplicas: 10,
      rendersPerPod: 8,
      scaleInSeconds: 300,
    });
    const above = await errors({ workerScaling: 'keda', workerReplicas: '11' });
    assert.match(above.join(), /workerReplicas of stack "local" must not be above workerMaxReplicas, 10/);
    const blind = await errors({ workerScaling: 'keda', prometheus: 'false', grafana: 'false' });
    assert.match(blind.join(), /workerScaling of stack "local" must be fixed where prometheus is false/);
  });

  test('tell nobody of alerts unless they are told whom, and say so where there would be none', async () => {
    assert.equal((await settings({})).alertmanager, undefined);
    const told = await settings({ slackWebhookUrl: 'https://slack.test/x', heartbeatUrl: 'https://heartbeat.test' });
    assert.equal(told.alertmanager?.heartbeatUrl, 'https://heartbeat.test');
    const alone = await errors({ heartbeatUrl: 'https://heartbeat.test' });
    assert.match(alone.join(), /heartbeatUrl of stack "local" must not be set where slackWebhookUrl is not/);
    const blind = await errors({ slackWebhookUrl: 'https://slack.test/x', prometheus: 'false', grafana: 'false' });
    assert.match(blind.join(), /slackWebhookUrl of stack "local" must not be set where prometheus is false/);
    const open = await errors({ slackWebhookUrl: 'http://slack.test/secret-path' });
    assert.match(open.join(), /slackWebhookUrl of stack "local" must be an address that begins with https:\/\//);
    assert.doesNotMatch(open.join(), /secret-path/);
  });

  test('leave at least one pod to be taken away', async () => {
    const [service = '', worker = '', ...more] = await errors({ serviceMinAvailable: '3', workerMinAvailable: '2' });
    assert.match(service, /serviceMinAvailable of stack "local" must be below serviceMinReplicas, 3$/);
    assert.match(worker, /workerMinAvailable of stack "local" must be below workerReplicas, 2$/);
    assert.deepEqual(more, []);
    const small = { serviceMinReplicas: '1', workerReplicas: '1', serviceMinAvailable: '0', workerMinAvailable: '0' };
    assert.equal((await settings(small)).service.minAvailable, 0);
  });

  test('make no data stores in AWS for a cluster that is elsewhere', async () => {
    const [line = '', ...more] = await errors({ target: 'kubernetes', secrets: 'pulumi' }, 'prod');
    assert.match(line, /dataStores of stack "prod" must not be aws where target is kubernetes/);
    assert.deepEqual(more, []);
  });

  test('bring secrets from AWS into a cluster there alone', async () => {
    const found = await errors({ secrets: 'external-secrets' });
    assert.match(found.join(), /secrets of stack "local" must be pulumi where target is kubernetes/);
  });

  test('let guests in where they may be, and have those end', async () => {
    assert.match((await errors({ guests: 'true' }, 'prod')).join(), /guests of stack "prod" must be false where/);
    assert.match((await errors({ guests: 'true' }, 'pr')).join(), /guests of stack "pr" must be false where/);
    assert.match((await errors({ dataStores: 'in-cluster' }, 'pr')).join(), /dataStores of stack "pr" must be shared/);
    assert.match((await errors({ expires: '' }, 'pr')).join(), /expires of stack "pr" is missing/);
    assert.match(
      (await errors({ dataStores: 'shared', hostStack: 'x', expires: '2026-12-02' })).join(),
      /must not be shared/,
    );
  });

  test('that no key is known for are refused', async () => {
    assert.deepEqual(await errors({ replicas: '3' }), ['logomorph:replicas of stack "local" is no setting']);
  });

  test('that are secret and missing are asked for by the command that sets them', async () => {
    const [first = '', ...more] = await errors({ postgresPassword: '', redisPassword: '' });
    const command = 'pulumi config set --secret logomorph:postgresPassword --stack local';
    assert.ok(first.endsWith(`is missing, and dataStores is "in-cluster"; set it: ${command}`), first);
    assert.equal(more.length, 1);
  });

  test('that are secret and break a rule are refused without being shown', async () => {
    const [line = ''] = await errors({ redisPassword: 'quoted"' });
    assert.match(line, /redisPassword of stack "local" must be 16 to 128 printable/);
    assert.doesNotMatch(line, /quoted/);
  });

  test('name no port of the internet that pods are not let to', async () => {
    const barred = {
      heartbeatUrl: 'https://user:word@heartbeat.test:8443/x',
      slackWebhookUrl: 'https://slack.test:443/x',
    };
    const lines = await errors({ ...barred, oidcIssuer: 'https://id.test:8443/realm', oidcAudience: 'logomorph' });
    assert.deepEqual(lines.map((line) => /^logomorph:(\w+) .* must be an .* port but 443/.exec(line)?.[1]).sort(), [
      'heartbeatUrl',
      'oidcIssuer',
    ]);
  });

  test('switch the admin surface on with a token alone that nobody guesses', async () => {
    assert.equal((await settings({})).admin, undefined);
    assert.match((await errors({ admin: 'true' })).join(), /adminToken .* is missing, and admin is true/);
    const [line = ''] = await errors({ admin: 'true', adminToken: 'short-one' });
    assert.match(line, /adminToken of stack "local" must be 32/);
    assert.doesNotMatch(line, /short-one/);
  });

  test('refuse to let in the tokens of other services, and sign-in by halves', async () => {
    const oidcIssuer = 'https://id.example.test';
    assert.match((await errors({ oidcIssuer })).join(), /oidcAudience .* must be set with oidcIssuer/);
    assert.match(
      (await errors({ oidcAuthorizedParties: 'app' })).join(),
      /oidcAuthorizedParties .* without oidcIssuer/,
    );
    assert.match((await errors({ oidcJwksUrl: 'https://keys.test' })).join(), /oidcJwksUrl .* without oidcIssuer/);
    const clerk = { oidcIssuer, oidcAudience: 'logomorph', clerkWebhook: 'true' };
    assert.match((await errors(clerk)).join(), /clerkWebhookSecret .* is missing, and clerkWebhook is true/);
    assert.match((await errors({ ...clerk, oidcIssuer: 'http://id.test' })).join(), /oidcIssuer .* must be an https/);
    assert.match((await errors({ corsOrigins: 'app.example.test' })).join(), /corsOrigins .* must be origins/);
  });

  test('limit clients as the programs can, and by the firewall no more than by themselves', async () => {
    const wrong = { rateLimitRendersPerMinute: '99', quotaStoredBytes: '0', maxLogoBytes: '20000000' };
    assert.deepEqual(await errors(wrong), [
      'logomorph:quotaStoredBytes of stack "local" must be a whole number from 1 on, of 15 digits at most, and is "0"',
      'logomorph:rateLimitRendersPerMinute of stack "local" must be a whole number from 100 to 100000000, and is "99"',
      'logomorph:maxLogoBytes of stack "local" must be a whole number from 1 to 10485760, and is "20000000"',
    ]);
    const rateLimitPerTenantPerMinute = '20000';
    assert.deepEqual(await errors({ rateLimitPerTenantPerMinute }, 'prod'), [
      'logomorph:firewallRateLimit of stack "prod" must not be below 5 times rateLimitPerTenantPerMinute, 100000',
    ]);
    await settings({ rateLimitPerTenantPerMinute, firewallRateLimit: '100000' }, 'prod');
  });

  test('have logos scanned where a clamd is named', async () => {
    assert.equal((await settings({ scanWhenDown: 'refuse' })).scanner, undefined);
    assert.deepEqual((await settings({ clamavHost: 'clamd.scan.svc' })).scanner, {
      host: 'clamd.scan.svc',
      port: 3310,
      whenDown: 'hold',
    });
    assert.match((await errors({ clamavHost: 'tcp://clamd' })).join(), /clamavHost of stack "local" must be a host/);
  });

  test('that are secret stay so', async () => {
    const { dataStores } = await settings({});
    if (dataStores.kind !== 'in-cluster') assert.fail(dataStores.kind);
    assert.ok(await pulumi.isSecret(dataStores.postgres.password));
    const value = await new Promise((resolve) => dataStores.postgres.password.apply(resolve));
    assert.equal(value, PASSWORD);
  });

  test('name images by digest where others depend on them', async () => {
    const [line = ''] = await errors({ serviceImage: 'registry.test/service:v1' }, 'prod');
    assert.match(
      line,
      /serviceImage of stack "prod" must name its digest .* in prod, and is "registry\.test\/service:v1"/,
    );
    assert.match(
      (await errors({ workerImage: '' }, 'staging')).join(),
      /workerImage .* is missing, and imageSource is/,
    );
    assert.match((await errors({ imageSource: 'build' })).join(), /imageRepository .* is missing/);
  });
});
