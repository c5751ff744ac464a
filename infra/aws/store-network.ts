import * as ec2 from '@pulumi/aws/ec2/index.js';
import * as vpc from '@pulumi/aws/vpc/index.js';
import type * as pulumi from '@pulumi/pulumi';

/** Where a data store is, and who may connect to it. */
export interface StoreNetwork {
  vpcId: pulumi.Input<string>;
  /** Subnets without a way out. */
  subnetIds: pulumi.Input<string>[];
  /** Security group of the pods. */
  clientGroupId: pulumi.Input<string>;
}

/** A security group that lets the pods in at one port, and nothing out. */
export function createStoreGroup(
  name: string,
  { vpcId, clientGroupId }: StoreNetwork,
  port: number,
  opts: pulumi.CustomResourceOptions,
): ec2.SecurityGroup {
  const tags = { Name: `logomorph-${name}` };
  const description = `Connections of pods to ${name}`;
  const group = new ec2.SecurityGroup(name, { vpcId, description, egress: [], tags }, opts);
  new vpc.SecurityGroupIngressRule(
    name,
    {
      description,
      securityGroupId: group.id,
      referencedSecurityGroupId: clientGroupId,
      ipProtocol: 'tcp',
      fromPort: port,
      toPort: port,
    },
    opts,
  );
  return group;
}
