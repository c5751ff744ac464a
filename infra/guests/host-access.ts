import { hash } from 'node:crypto';
import * as pulumi from '@pulumi/pulumi';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import type { DataStores } from '../data-stores.ts';
import type { Settings } from '../settings.ts';
import type { Target } from '../targets/target.ts';

/** A cluster in AWS, as guests are told of it. */
const HostCluster = Type.Object({
  name: Type.String(),
  arn: Type.String(),
  kubeconfig: Type.String(),
  /** Path of the host's roles, below which those of its guests are. */
  rolePath: Type.String(),
  /** ARN of the boundary that all roles there have. */
  boundary: Type.String(),
});

/** A bucket of AWS, as guests are told of it. */
const HostBucket = Type.Object({ arn: Type.String(), keyArn: Type.Optional(Type.String()) });

/** What a stack tells those that use its cluster and its data stores. */
const HostAccess = Type.Object({
  /** Namespace that the host is in. */
  namespace: Type.String(),
  databaseUrl: Type.String(),
  redisUrl: Type.String(),
  bucket: Type.String(),
  region: Type.String(),
  /** The S3 server and the keys for it; empty where the bucket is in AWS. */
  endpoint: Type.String(),
  accessKey: Type.String(),
  secretKey: Type.String(),
  /** What keys of guests are made from. */
  seed: Type.String(),
  cluster: Type.Optional(HostCluster),
  awsBucket: Type.Optional(HostBucket),
});

export type HostCluster = Static<typeof HostCluster>;
export type HostAccess = Static<typeof HostAccess>;

/** What a stack that takes guests tells them, as a secret. */
export function hostAccess(
  { namespace, dataStores, secretsKey = pulumi.output('') }: Settings,
  { variables, secrets, bucket }: DataStores,
  { cluster }: Pick<Target, 'cluster'>,
): pulumi.Output<HostAccess> {
  // In the cluster the stores have names that are known in their own namespace alone.
  const reachable = (url: string) => (dataStores.kind === 'in-cluster' ? inNamespace(url, namespace) : url);
  return pulumi.secret(
    pulumi
      .all([pulumi.output(variables), pulumi.output(secrets), secretsKey, cluster, bucket])
      .apply(([variables, secrets, secretsKey, cluster, awsBucket]) => ({
        namespace,
        databaseUrl: reachable(secrets.DATABASE_URL ?? ''),
        redisUrl: reachable(secrets.REDIS_URL ?? ''),
        bucket: variables.S3_BUCKET ?? '',
        region: variables.AWS_REGION ?? '',
        endpoint: reachable(variables.S3_ENDPOINT ?? ''),
        accessKey: secrets.AWS_ACCESS_KEY_ID ?? '',
        secretKey: secrets.AWS_SECRET_ACCESS_KEY ?? '',
        seed: digest('guests', secretsKey),
        ...(cluster && { cluster }),
        ...(cluster &&
          awsBucket && { awsBucket: { arn: awsBucket.arn, ...(awsBucket.keyArn && { keyArn: awsBucket.keyArn }) } }),
      })),
  );
}

/** What the stack of that name tells its guests. */
export function accessTo(hostStack: string): pulumi.Output<HostAccess> {
  const name = [pulumi.getOrganization(), pulumi.getProject(), hostStack].join('/');
  const told: pulumi.Output<unknown> = new pulumi.StackReference('host', { name }).getOutput('guestAccess');
  return pulumi.secret(
    told.apply((access) => {
      if (Value.Check(HostAccess, access)) return access;
      const how = `npm run up -- --stack ${hostStack} --config guests=true`;
      throw new pulumi.RunError(
        `the stack "${hostStack}" takes no guests, or was not brought up since it does: ${how}`,
      );
    }),
  );
}

/** The key of a guest that its tenants' secrets are encrypted with: the same each time, and no other's. */
export function secretsKeyOf(guest: string, { seed }: HostAccess): string {
  return digest(guest, seed);
}

function digest(...parts: string[]): string {
  return hash('sha256', parts.join('\n'), 'base64');
}

function inNamespace(text: string, namespace: string): string {
  if (text === '') return text;
  const url = new URL(text);
  url.hostname = `${url.hostname}.${namespace}.svc`;
  return url.href.replace(/\/$/, '');
}
