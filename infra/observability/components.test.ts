import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import * as pulumi from '@pulumi/pulumi';
import { Alertmanager } from './alertmanager.ts';
import { ALERTMANAGER_FILE, alertmanagerConfig } from './alertmanager-config.ts';
import { Grafana } from './grafana.ts';
import { Prometheus } from './prometheus.ts';
import { CONFIG_FILE, configFile, prometheusConfig, RULES_FILE } from './prometheus-config.ts';

type Resource = pulumi.runtime.MockResourceArgs;

const resources: Resource[] = [];
const PASSWORD = 'a password that is nowhere else';
const SLACK = 'https://slack.test/a-path-that-is-nowhere-else';

/** The one resource of that kind whose name in the program starts so. */
function only(type: string, name: string): Resource {
  const found = resources.filter((resource) => resource.type.endsWith(`:${type}`) && resource.name === name);
  assert.equal(found.length, 1, `${type} ${name}`);
  const [resource] = found;
  assert.ok(resource);
  return resource;
}

describe('the components', () => {
  const outputs: string[] = [];

  before(async () => {
    await pulumi.runtime.setMocks({
      newResource(args) {
        resources.push(args);
        const { metadata } = args.inputs;
        const state =
          metadata === undefined ? args.inputs : { ...args.inputs, metadata: { name: args.name, ...metadata } };
        return { id: `${args.name}-id`, state };
      },
      call: ({ inputs }) => inputs,
    });
    const common = { namespace: 'logos', instance: 'logos', priorityClass: 'watching' };
    const alertmanager = new Alertmanager('alertmanager', {
      ...common,
      image: 'prom/alertmanager:v0.29.0',
      slackWebhookUrl: SLACK,
      heartbeatUrl: 'https://heartbeat.test',
      keeper: undefined,
    });
    const prometheus = new Prometheus('prometheus', {
      ...common,
      image: 'prom/prometheus:v2.42.0',
      environment: 'local',
      fewestPods: { api: 2, worker: 3 },
      alertmanager: alertmanager.address,
      storageGibibytes: 4,
    });
    const grafana = new Grafana('grafana', {
      ...common,
      image: 'grafana/grafana:12.3.0',
      prometheusUrl: prometheus.url,
      keeper: undefined,
      adminPassword: PASSWORD,
    });
    pulumi
      .all([prometheus.url, prometheus.service, alertmanager.service, grafana.service])
      .apply((values) => outputs.push(...values));
    // Waits until everything is registered and every output has its value.
    await pulumi.runtime.disconnect();
  });

  test('give their addresses', () => {
    assert.deepEqual(outputs, ['http://prometheus:9090', 'prometheus', 'alertmanager', 'grafana']);
  });

  test('register nothing but what they name', () => {
    const registered = resources.map(({ type, name }) => `${type.split(':').at(-1)} ${name}`).sort();
    assert.deepEqual(registered, [
      'Alertmanager alertmanager',
      'ConfigMap alertmanager',
      'ConfigMap grafana',
      'ConfigMap prometheus',
      'Deployment alertmanager',
      'Deployment grafana',
      'Deployment prometheus',
      'Grafana grafana',
      'PersistentVolumeClaim prometheus',
      'Prometheus prometheus',
      'ScrapeTargets prometheus',
      'Secret alertmanager',
      'Secret grafana',
      'Service alertmanager',
      'Service grafana',
      'Service prometheus',
      'Service scrape-api',
      'Service scrape-worker',
    ]);
  });

  test('keep every object in the namespace, and config maps named by the engine and immutable', () => {
    for (const { type, inputs } of resources.filter(({ type }) => type.startsWith('kubernetes:'))) {
      assert.equal(inputs.metadata.namespace, 'logos');
      if (!/:(ConfigMap|Secret)$/.test(type)) continue;
      assert.equal(inputs.metadata.name, undefined);
      assert.equal(inputs.immutable, true);
    }
  });

  for (const [name, uid] of [
    ['prometheus', 65534],
    ['alertmanager', 65534],
    ['grafana', 472],
  ] as const) {
    test(`run ${name} as the level restricted asks`, () => {
      const { spec } = only('Deployment', name).inputs.spec.template;
      assert.equal(spec.automountServiceAccountToken, false);
      assert.equal(spec.securityContext.runAsUser, uid);
      assert.equal(spec.securityContext.runAsNonRoot, true);
      assert.deepEqual(spec.securityContext.seccompProfile, { type: 'RuntimeDefault' });
      assert.equal(spec.containers.length, 1);
      const { securityContext, livenessProbe, readinessProbe, resources: limits } = spec.containers[0];
      assert.equal(securityContext.allowPrivilegeEscalation, false);
      assert.equal(securityContext.readOnlyRootFilesystem, true);
      assert.deepEqual(securityContext.capabilities, { drop: ['ALL'] });
      assert.ok(livenessProbe && readinessProbe && limits.limits.memory);
    });
  }

  test('let Prometheus keep 15 days, or what its volume holds', () => {
    const { args } = only('Deployment', 'prometheus').inputs.spec.template.spec.containers[0];
    assert.ok(args.includes('--storage.tsdb.retention.time=15d'));
    assert.ok(args.includes('--storage.tsdb.retention.size=3276MB'));
    assert.deepEqual(only('PersistentVolumeClaim', 'prometheus').inputs.spec.resources.requests, { storage: '4Gi' });
    assert.deepEqual(only('Deployment', 'prometheus').inputs.spec.strategy, { type: 'Recreate' });
  });

  test('give Prometheus its configuration and its rules', () => {
    const { data } = only('ConfigMap', 'prometheus').inputs;
    assert.deepEqual(Object.keys(data).sort(), [CONFIG_FILE, RULES_FILE].sort());
    assert.equal(data[CONFIG_FILE], configFile(prometheusConfig('local', 'alertmanager:9093')));
    assert.match(data[RULES_FILE], /"expr": ".*component=.*worker.* < 3"/);
    assert.match(data[RULES_FILE], /"runbook_url": "docs\/runbooks\/ApiDown.md"/);
  });

  test('resolve the names that Prometheus scrapes to pods of this platform alone', () => {
    for (const component of ['api', 'worker']) {
      const { metadata, spec } = only('Service', `scrape-${component}`).inputs;
      assert.equal(metadata.name, `scrape-${component}`);
      assert.equal(spec.clusterIP, 'None');
      assert.equal(spec.publishNotReadyAddresses, true);
      assert.equal(spec.selector['app.kubernetes.io/instance'], 'logos');
      assert.equal(spec.selector['app.kubernetes.io/component'], component);
    }
  });

  test('keep the password of Grafana in its secret alone, and hand it over as a file', () => {
    const holders = resources.filter(({ inputs }) => JSON.stringify(inputs).includes(PASSWORD));
    assert.deepEqual(
      holders.map(({ type }) => type),
      ['kubernetes:core/v1:Secret'],
    );
    const { spec } = only('Deployment', 'grafana').inputs.spec.template;
    const environment = Object.fromEntries(
      spec.containers[0].env.map(({ name, value }: { name: string; value: string }) => [name, value]),
    );
    assert.equal(environment.GF_SECURITY_ADMIN_PASSWORD__FILE, '/etc/grafana/secrets/admin-password');
    assert.equal(environment.GF_AUTH_ANONYMOUS_ENABLED, 'false');
    assert.deepEqual(only('Service', 'grafana').inputs.spec.ports[0].port, 3001);
  });

  test('keep the webhook of Slack in a secret alone, which the configuration names as a file', () => {
    const holders = resources.filter(({ inputs }) => JSON.stringify(inputs).includes(SLACK));
    assert.deepEqual(
      holders.map(({ type, name }) => `${type} ${name}`),
      ['kubernetes:core/v1:Secret alertmanager'],
    );
    const { data } = only('ConfigMap', 'alertmanager').inputs;
    assert.equal(data[ALERTMANAGER_FILE], configFile(alertmanagerConfig('https://heartbeat.test')));
    const { spec } = only('Deployment', 'alertmanager').inputs.spec.template;
    const { args, volumeMounts } = spec.containers[0];
    assert.ok(args.includes(`--config.file=/etc/alertmanager/config/${ALERTMANAGER_FILE}`));
    assert.match(data[ALERTMANAGER_FILE], /"api_url_file": "\/etc\/alertmanager\/secrets\/slack-webhook-url"/);
    const mounts = volumeMounts.map(({ mountPath }: { mountPath: string }) => mountPath);
    assert.deepEqual(mounts, ['/etc/alertmanager/config', '/etc/alertmanager/secrets', '/alertmanager']);
  });

  test('give Grafana its data source, by the uid that the dashboard names', () => {
    const { data } = only('ConfigMap', 'grafana').inputs;
    const [datasource] = JSON.parse(data['datasource.yaml']).datasources;
    assert.equal(datasource.url, 'http://prometheus:9090');
    const dashboard = JSON.parse(data['logomorph.json']);
    const panels = dashboard.panels.filter(({ type }: { type: string }) => type !== 'row');
    for (const panel of panels) assert.equal(panel.datasource.uid, datasource.uid);
    const ids = dashboard.panels.map(({ id }: { id: number }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });
});
