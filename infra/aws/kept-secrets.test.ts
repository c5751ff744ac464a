import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import Type from 'typebox';
import Value from 'typebox/value';
import { program } from '../program.ts';
import { kindOf, runProgram, STORE_PASSWORD, SUPPLIED, stackConfig } from '../testing/run-program.ts';
import { secretValues } from '../testing/secret-values.ts';
import type { Statement } from './policy.ts';

const strict = { additionalProperties: false };
/** As much as is used of the objects of external-secrets.io/v1, by the types that External Secrets publishes. */
const SecretStoreSpec = Type.Object(
  {
    provider: Type.Object(
      { aws: Type.Object({ service: Type.Literal('SecretsManager'), region: Type.String() }, strict) },
      strict,
    ),
  },
  strict,
);
const ExternalSecretSpec = Type.Object(
  {
    secretStoreRef: Type.Object({ kind: Type.Literal('SecretStore'), name: Type.String() }, strict),
    refreshPolicy: Type.Union(['CreatedOnce', 'Periodic', 'OnChange'].map((one) => Type.Literal(one))),
    target: Type.Object(
      {
        creationPolicy: Type.Union(['Owner', 'Orphan', 'Merge', 'None'].map((one) => Type.Literal(one))),
        deletionPolicy: Type.Union(['Delete', 'Merge', 'Retain'].map((one) => Type.Literal(one))),
        immutable: Type.Boolean(),
      },
      strict,
    ),
    dataFrom: Type.Array(
      Type.Object(
        { extract: Type.Object({ key: Type.String(), version: Type.String({ pattern: '^uuid/.' }) }, strict) },
        strict,
      ),
    ),
  },
  strict,
);

async function platform(stack: string, given: Record<string, string> = {}) {
  const { resources } = await runProgram(stack, stackConfig(stack, { ...SUPPLIED[stack], ...given }), program);
  return { resources, ofKind: (kind: string) => resources.filter((one) => kindOf(one) === kind) };
}

// One after the other: the engine's runtime is one for all of a process.
const plain = await platform('staging', { secrets: 'pulumi' });
const small = await platform('staging', { grafana: 'false', slackWebhookUrl: '', heartbeatUrl: '' });

for (const stack of ['staging', 'prod']) {
  const { resources, ofKind } = await platform(stack);
  const ofAws = (type: string) => resources.filter((one) => one.type === `aws:${type}`);

  describe(`the secrets of ${stack}`, () => {
    test('are kept under the name of the environment, with a key, and can be brought back', () => {
      const kept = ofAws('secretsmanager/secret:Secret');
      assert.deepEqual(kept.map(({ inputs }) => inputs.name).sort(), [
        `logomorph-${stack}/alertmanager`,
        `logomorph-${stack}/app`,
        `logomorph-${stack}/grafana`,
      ]);
      for (const { inputs, opts } of kept) {
        assert.deepEqual(
          [inputs.kmsKeyId, inputs.recoveryWindowInDays],
          ['arn:aws:kms:::platform', stack === 'prod' ? 30 : 7],
        );
        assert.equal(opts.protect, true);
      }
    });

    test('hold all that the programs must have, and are in no object of Kubernetes', () => {
      assert.deepEqual(Object.keys(secretValues(resources, 'app')), ['DATABASE_URL', 'REDIS_URL', 'SECRETS_KEY']);
      assert.deepEqual(Object.keys(secretValues(resources, 'grafana')), ['admin-password']);
      assert.deepEqual(Object.keys(secretValues(resources, 'alertmanager')), ['slack-webhook-url']);
      assert.deepEqual(
        ofKind('Secret')
          .map(({ type }) => type)
          .filter((type) => !type.startsWith('aws:')),
        [],
      );
      for (const { type, name, inputs } of resources.filter(({ type }) => type.startsWith('kubernetes:')))
        assert.ok(!JSON.stringify(inputs).includes(STORE_PASSWORD), `${type} ${name}`);
    });

    test('are brought into the namespace by objects as the operator takes them, one version each', () => {
      const [store = assert.fail('there is no store')] = ofKind('SecretStore');
      assert.ok(Value.Check(SecretStoreSpec, store.inputs.spec), JSON.stringify(store.inputs.spec));
      for (const { name, inputs, opts } of ofKind('ExternalSecret')) {
        assert.ok(Value.Check(ExternalSecretSpec, inputs.spec), JSON.stringify(inputs.spec));
        assert.equal(inputs.spec.secretStoreRef.name, 'secrets-made-up');
        assert.deepEqual(inputs.spec.dataFrom, [
          { extract: { key: `logomorph-${stack}/${name}`, version: 'uuid/version-id' } },
        ]);
        // Another version is another object, whose name the engine chooses: that rolls the pods.
        assert.deepEqual(opts.replaceOnChanges, ['spec']);
        assert.equal(inputs.metadata.name, undefined);
        assert.equal(Object(inputs.metadata).annotations['pulumi.com/waitFor'], 'condition=Ready');
      }
      for (const name of ['api', 'worker', 'migrations']) {
        const pod = resources.find((one) => /^(Deployment|Job)$/.test(kindOf(one)) && one.name === name);
        const [container] = pod?.inputs.spec.template.spec.containers ?? [];
        assert.equal(container?.envFrom?.[1]?.secretRef?.name, 'app-made-up', name);
      }
    });

    test('are read by the operator alone, these and no others', () => {
      const role = ofAws('iam/rolePolicy:RolePolicy').find(({ name }) => name === 'external-secrets');
      const statements: Statement[] = JSON.parse(String(role?.inputs.policy)).Statement;
      const secrets = ['app', 'alertmanager', 'grafana'].map((name) => `arn:aws:secretsmanager:::${name}`);
      assert.deepEqual(
        statements.map(({ Action, Resource }) => [Action, Resource]),
        [
          [['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'], secrets],
          ['kms:Decrypt', 'arn:aws:kms:::platform'],
        ],
      );
      assert.deepEqual(statements[1]?.Condition?.StringEquals?.['kms:EncryptionContext:SecretARN'], secrets);
      const association = ofAws('eks/podIdentityAssociation:PodIdentityAssociation').find(
        ({ name }) => name === 'external-secrets',
      );
      assert.deepEqual(
        [association?.inputs.namespace, association?.inputs.serviceAccount],
        ['external-secrets', 'external-secrets'],
      );
    });
  });
}

test('without the operator the engine writes them into the cluster, and nothing is kept elsewhere', () => {
  assert.deepEqual([...plain.ofKind('ExternalSecret'), ...plain.ofKind('SecretStore')], []);
  assert.equal(plain.resources.filter(({ type }) => type.startsWith('aws:secretsmanager')).length, 0);
  assert.ok(secretValues(plain.resources, 'app').DATABASE_URL);
});

test('what a stack does not have needs no secret', () => {
  assert.deepEqual(
    small.ofKind('ExternalSecret').map(({ name }) => name),
    ['app'],
  );
});
