import type * as pulumi from '@pulumi/pulumi';
import { guestTarget } from '../guests/guest-target.ts';
import type { Settings } from '../settings.ts';
import { AwsTarget } from './aws.ts';
import { kubernetesTarget } from './kubernetes.ts';
import type { Target } from './target.ts';

/** The target that the settings choose. */
export function createTarget(settings: Settings, opts?: pulumi.ComponentResourceOptions): Target {
  const { target, dataStores } = settings;
  if (dataStores.kind === 'shared') return guestTarget(settings, dataStores);
  return target.kind === 'aws'
    ? new AwsTarget('logomorph-aws', { settings, aws: target }, opts)
    : kubernetesTarget(settings);
}
