import * as cloudwatch from '@pulumi/aws/cloudwatch/index.js';
import * as ec2 from '@pulumi/aws/ec2/index.js';
import * as pulumi from '@pulumi/pulumi';
import type { Statement } from './policy.ts';
import { createRole, trustService } from './role.ts';

interface FlowLogsArgs {
  vpcId: pulumi.Input<string>;
  /** Number of the account. */
  account: string;
  /** Path of the stack's roles. */
  rolePath: string;
  /** Key that logs are encrypted with. */
  keyArn: pulumi.Input<string>;
  retentionDays: number;
}

/** Who connected to whom in a VPC, and who was refused. */
export class FlowLogs extends pulumi.ComponentResource {
  constructor(name: string, args: FlowLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:FlowLogs', name, {}, opts);
    const group = this.#createLogGroup(name, args);
    const role = this.#createRole(name, args, group);
    this.#createFlowLog(name, args, group, role);
    this.registerOutputs({});
  }

  #createLogGroup(name: string, { keyArn, retentionDays }: FlowLogsArgs) {
    return new cloudwatch.LogGroup(name, { kmsKeyId: keyArn, retentionInDays: retentionDays }, { parent: this });
  }

  #createRole(name: string, { account, rolePath }: FlowLogsArgs, group: cloudwatch.LogGroup) {
    const [trust] = trustService('vpc-flow-logs.amazonaws.com');
    return createRole(
      name,
      {
        path: rolePath,
        description: 'Writes the flow logs of the VPC',
        // Else the service would write for any account that names this role.
        trust: trust ? [{ ...trust, Condition: { StringEquals: { 'aws:SourceAccount': account } } }] : [],
        statements: group.arn.apply((arn): Statement[] => [
          {
            Effect: 'Allow',
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
            Resource: `${arn}:*`,
          },
        ]),
      },
      { parent: this },
    );
  }

  #createFlowLog(
    name: string,
    { vpcId }: FlowLogsArgs,
    group: cloudwatch.LogGroup,
    { arn, rights }: ReturnType<typeof createRole>,
  ) {
    return new ec2.FlowLog(
      name,
      { vpcId, trafficType: 'ALL', logDestination: group.arn, iamRoleArn: arn },
      { parent: this, dependsOn: rights },
    );
  }
}
