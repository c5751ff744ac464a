import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { timeBudgets } from '@logomorph/contract/time-budgets.ts';
import { at, listAt } from '../policy/plain.ts';
import { program } from '../program.ts';
import { runProgram, SUPPLIED, stackConfig } from '../testing/run-program.ts';

/** What EKS knows to read of IngressClassParams. The API server refuses an object with any other field. */
const READ = new Set([
  ...['certificateARNs', 'group', 'inboundCIDRs', 'ipAddressType', 'listeners', 'loadBalancerAttributes'],
  ...['namespaceSelector', 'scheme', 'sslPolicy', 'subnets', 'tags'],
]);

for (const stack of ['staging', 'prod']) {
  const { resources, outputs } = await runProgram(stack, stackConfig(stack, SUPPLIED[stack]), program);
  const one = (type: string, name?: string) => {
    const [found, ...more] = resources.filter((one) => one.type === type && (name === undefined || one.name === name));
    assert.ok(found && more.length === 0, `${type} ${name}`);
    return found;
  };
  const ingress = one('kubernetes:networking.k8s.io/v1:Ingress');
  const annotation = (key: string) =>
    at(ingress.inputs, ['metadata', 'annotations', `alb.ingress.kubernetes.io/${key}`]);
  const balancer = one('kubernetes:eks.amazonaws.com/v1:IngressClassParams').inputs.spec;
  const attribute = (key: string) => listAt(balancer, 'loadBalancerAttributes').find((one) => one.key === key)?.value;
  const publicSubnets = resources.filter(
    ({ type, name }) => type === 'aws:ec2/subnet:Subnet' && name.startsWith('public-'),
  );
  const publicRanges = publicSubnets.map(({ inputs }) => inputs.cidrBlock);

  describe(`the way in to ${stack}`, () => {
    test('is by a name with a certificate, which is issued by then', () => {
      assert.equal(outputs.apiUrl, 'https://api.example.com');
      const { domainName, validationMethod } = one('aws:acm/certificate:Certificate').inputs;
      assert.deepEqual([domainName, validationMethod], ['api.example.com', 'DNS']);
      const { type, records } = one('aws:route53/record:Record', 'certificate-proof').inputs;
      assert.deepEqual([type, records], ['CNAME', ['_value.test']]);
      const issued = one('aws:acm/certificateValidation:CertificateValidation').inputs;
      assert.deepEqual(balancer.certificateARNs, [issued.certificateArn]);
      assert.equal(balancer.sslPolicy, 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06');
    });

    test('is set up by what EKS reads', () => {
      assert.deepEqual(
        Object.keys(balancer).filter((field) => !READ.has(field)),
        [],
      );
    });

    test('is by the load balancer that the Ingress says is there, under the name that it is looked for by', () => {
      assert.deepEqual([annotation('load-balancer-name'), annotation('target-type')], [`logomorph-${stack}`, 'ip']);
      const { name, zoneId, type, aliases } = one('aws:route53/record:Record', 'public').inputs;
      assert.deepEqual([name, zoneId, type], ['api.example.com', 'Z0123456789ABCDEFGHIJ', 'A']);
      assert.deepEqual(aliases, [{ name: 'balancer.test', zoneId: 'ZONEOFBALANCERS', evaluateTargetHealth: false }]);
    });

    test('leads to the API alone, over TLS, from the public subnets', () => {
      const ingressClass = one('kubernetes:networking.k8s.io/v1:IngressClass');
      assert.equal(ingressClass.inputs.spec.controller, 'eks.amazonaws.com/alb');
      assert.equal(ingress.inputs.spec.ingressClassName, 'public-made-up');
      const backend = { service: { name: 'api', port: { name: 'http' } } };
      assert.deepEqual(ingress.inputs.spec.rules, [
        { host: 'api.example.com', http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } },
      ]);
      assert.equal(annotation('listen-ports'), '[{"HTTP":80},{"HTTPS":443}]');
      assert.equal(annotation('ssl-redirect'), '443');
      assert.deepEqual(
        at(balancer, 'subnets.ids'),
        publicSubnets.map(({ name }) => `${name}-id`),
      );
      assert.ok(!('inboundCIDRs' in balancer));
      assert.deepEqual(balancer.namespaceSelector, { matchLabels: { 'kubernetes.io/metadata.name': 'logomorph' } });
    });

    test('passes a firewall, which writes what it refuses to a log without secrets', () => {
      const acl = one('aws:wafv2/webAcl:WebAcl');
      assert.equal(annotation('wafv2-acl-arn'), 'arn:aws:wafv2:::firewall');
      const limits = listAt(acl.inputs, 'rules').map((rule) => at(rule, 'statement.rateBasedStatement.limit'));
      assert.deepEqual(limits.filter(Boolean), [stack === 'prod' ? 50_000 : 25_000]);
      const logs = one('aws:cloudwatch/logGroup:LogGroup', 'firewall').inputs;
      assert.equal(logs.name, `aws-waf-logs-logomorph-${stack}`);
      assert.equal(logs.retentionInDays, stack === 'prod' ? 365 : 30);
      const logging = one('aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration');
      assert.deepEqual(logging.inputs.redactedFields, [
        { singleHeader: { name: 'authorization' } },
        { queryString: {} },
      ]);
      assert.equal(at(logging.inputs, 'loggingFilter.defaultBehavior'), 'DROP');
    });

    test('notes each request in a bucket that load balancers of the account may write to, for some days', () => {
      const name = `logomorph-${stack}-access-logs-123456789012`;
      assert.deepEqual([attribute('access_logs.s3.enabled'), attribute('access_logs.s3.bucket')], ['true', name]);
      const { policy } = one('aws:s3/bucketPolicy:BucketPolicy', 'access-logs').inputs;
      const [refusal, write] = JSON.parse(String(policy)).Statement;
      assert.equal(refusal.Effect, 'Deny');
      assert.deepEqual(write.Principal, { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' });
      assert.deepEqual([write.Action, write.Resource], ['s3:PutObject', `arn:aws:s3:::${name}/AWSLogs/123456789012/*`]);
      assert.deepEqual(write.Condition, {
        ArnLike: { 'aws:SourceArn': 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/*' },
      });
      const { rules } = one('aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration', 'access-logs').inputs;
      assert.ok(JSON.stringify(rules).includes(`"expiration":{"days":${stack === 'prod' ? 365 : 30}}`));
    });

    test('waits for pods as long as they work, and sends nothing to those that are not ready', () => {
      const times = timeBudgets({ renderTimeout: 20, deregistrationDelay: 15 });
      const idle = Number(attribute('idle_timeout.timeout_seconds'));
      assert.ok(times.requestTimeout < idle && idle < times.keepAlive, `${idle}`);
      assert.equal(annotation('healthcheck-path'), '/health/ready');
      const { template } = one('kubernetes:apps/v1:Deployment', 'api').inputs.spec;
      const { terminationGracePeriodSeconds, containers } = template.spec;
      assert.equal(
        annotation('target-group-attributes'),
        `deregistration_delay.timeout_seconds=${terminationGracePeriodSeconds}`,
      );
      const slow = Number(annotation('healthcheck-interval-seconds')) * Number(annotation('unhealthy-threshold-count'));
      assert.ok(slow < (containers[0]?.lifecycle?.preStop?.sleep?.seconds ?? 0));
      const { labels } = one('kubernetes:core/v1:Namespace', 'namespace').inputs.metadata;
      assert.equal(labels['eks.amazonaws.com/pod-readiness-gate-inject'], 'enabled');
    });

    test('is believed who asks by nobody but the load balancer, which alone reaches the API', () => {
      assert.equal(publicRanges.length, 3);
      const { data = {} } = one('kubernetes:core/v1:ConfigMap', 'app').inputs;
      assert.deepEqual(data.TRUSTED_PROXIES?.split(','), publicRanges);
      const policy = one('kubernetes:networking.k8s.io/v1:NetworkPolicy', 'api').inputs.spec;
      const blocks = listAt(policy, 'ingress').flatMap((rule) => listAt(rule, 'from'));
      assert.deepEqual(blocks.map((peer) => at(peer, 'ipBlock.cidr')).filter(Boolean), publicRanges);
    });

    test('cannot be deleted by mistake where that matters, and goes before what it needs', () => {
      assert.equal(attribute('deletion_protection.enabled'), `${stack === 'prod'}`);
      assert.equal(one('aws:s3/bucket:Bucket', 'access-logs').opts.protect, true);
      assert.equal(ingress.opts.deletedWith, undefined);
    });
  });
}
