import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { run } from '../harness/command.ts';
import { faultTests } from './faults.ts';
import { guestTests } from './guests.ts';
import { lifeTests } from './life.ts';
import { runningPlatform, until } from './running-platform.ts';
import { servingTests } from './serving.ts';
import { skipWithoutPlatform } from './stack.ts';

/** The namespace that requests of clients come from. */
const CLIENTS = 'logomorph-e2e-clients';
const skip = await skipWithoutPlatform();
const hasKeda = (await run('kubectl get crd scaledobjects.keda.sh', 20)).code === 0;
const platform = runningPlatform('e2e', 'logomorph-e2e', {
  ...{ serviceMinReplicas: 2, serviceMaxReplicas: 3, serviceMinAvailable: 1, workerReplicas: 1, workerMinAvailable: 0 },
  // So much that the light load keeps no more than the fewest pods, and the heavy one wants more.
  serviceCpuRequest: '150m',
  ...{ ingressNamespace: CLIENTS, rolloutDeadlineSeconds: 60, migrationDeadlineSeconds: 60, scaleInSeconds: 15 },
  ...(hasKeda && { workerScaling: 'keda', workerMaxReplicas: 2, workerRendersPerPod: 4 }),
  guests: 'true',
  // Nobody is there; that alerts get as far as to who would tell is what is looked at.
  slackWebhookUrl: 'https://slack.example.invalid/services',
});

// One platform for all: to bring one up takes longer than most of the tests.
describe('a platform in a cluster', { skip, timeout: 1_500_000 }, () => {
  before(() => platform.start());

  after(async () => {
    await platform.stack.down();
    await run(`kubectl delete namespace ${CLIENTS} --ignore-not-found`);
  });

  servingTests(platform);
  lifeTests(platform, CLIENTS, hasKeda);
  faultTests(platform);
  guestTests(platform);

  test('leaves what is protected when it is taken down, and nothing else', async () => {
    const { stack, sql } = platform;
    const logos = await sql('select count(*) from logos');
    const urn = /urn:\S+StatefulSet::postgres\b/.exec(
      (await run(`pulumi stack --stack ${stack.name} --show-urns`)).output,
    );
    const protection = (verb: string) => run(`pulumi state ${verb} --yes --stack ${stack.name} '${urn}'`);
    assert.equal((await protection('protect')).code, 0);
    const down = await stack.down();
    assert.equal(down.code, 1);
    assert.match(down.output, /pulumi state unprotect --stack \S+ 'urn:\S+StatefulSet::postgres'/);
    assert.deepEqual([...(await platform.pods()).keys()], ['postgres']);
    assert.equal(await sql('select count(*) from logos'), logos);
    assert.equal((await protection('unprotect')).code, 0);
  });

  test('leaves nothing when it is taken down', async () => {
    const { stack, namespace } = platform;
    const down = await stack.down();
    assert.equal(down.code, 0, down.output);
    assert.match((await run(`kubectl get namespace ${namespace}`)).output, /NotFound/);
    // Not in a namespace, so nothing takes them along.
    assert.doesNotMatch((await run('kubectl get priorityclasses')).output, new RegExp(namespace));
    // The cluster gives volumes back on its own time, once their claims are gone.
    const volumes = async () => (await run('kubectl get persistentvolumes')).output;
    await until('no volume is left', async () => !(await volumes()).includes(namespace), 60);
    assert.doesNotMatch((await run('pulumi stack ls --json')).output, new RegExp(`"${stack.name}"`));
  });
});
