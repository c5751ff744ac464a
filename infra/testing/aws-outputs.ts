/** What AWS says of a resource that was made, beside what it was told: as much as programs go by. */
export function awsOutputs(type: string, name: string, inputs: Record<string, unknown>): Record<string, unknown> {
  const [, service = ''] = /^aws:(\w+)\//.exec(type) ?? [];
  const own = { name: inputs.name ?? `${name}-made-up`, arn: `arn:aws:${service}:::${name}`, tagsAll: {} };
  const bucket = { arn: `arn:aws:s3:::${inputs.bucket}` };
  const repository = { repositoryUrl: `registry.test/${inputs.name}` };
  return {
    ...own,
    ...(type === 'aws:ecr/repository:Repository' && repository),
    ...(type === 'aws:s3/bucket:Bucket' && bucket),
    ...MORE[type],
  };
}

/** What AWS says of what it is asked for. */
export function foundInAws(token: string, { name }: Record<string, unknown>): Record<string, unknown> {
  if (token !== 'aws:lb/getLoadBalancer:getLoadBalancer') return {};
  return { dnsName: 'balancer.test', zoneId: 'ZONEOFBALANCERS', arnSuffix: `app/${name}/0123456789abcdef` };
}

const MORE: Record<string, Record<string, unknown>> = {
  'aws:eks/cluster:Cluster': {
    endpoint: 'https://cluster.test',
    certificateAuthority: { data: 'Y2VydGlmaWNhdGU=' },
    vpcConfig: { clusterSecurityGroupId: 'sg-cluster' },
  },
  'aws:ec2/launchTemplate:LaunchTemplate': { latestVersion: 1 },
  'aws:rds/instance:Instance': { address: 'database.test' },
  'aws:elasticache/replicationGroup:ReplicationGroup': { primaryEndpointAddress: 'queue.test' },
  'aws:secretsmanager/secretVersion:SecretVersion': { versionId: 'version-id' },
  'aws:kms/key:Key': { keyId: 'key-id' },
  'aws:route53/record:Record': { fqdn: 'record.test' },
  'aws:acm/certificate:Certificate': {
    domainValidationOptions: [
      { resourceRecordName: '_proof.test', resourceRecordType: 'CNAME', resourceRecordValue: '_value.test' },
    ],
  },
};
