import * as pulumi from '@pulumi/pulumi';
import { AccessLogs } from './access-logs.ts';
import { Alarms } from './alarms.ts';
import { Certificate } from './certificate.ts';
import { certificateAlarms, firewallAlarms } from './edge-alarms.ts';
import type { EdgeSettings } from './edge-settings.ts';
import { Firewall } from './firewall.ts';
import type { LogKeeping } from './logs.ts';

interface EdgeArgs extends EdgeSettings {
  /** Number of the account. */
  account: string;
  region: string;
  /** Begins the names of what is made, which no other stack of the account has. */
  prefix: string;
  /** How logs of the firewall are kept, and for how long those of requests. */
  logs: LogKeeping;
  /** ARN of the topic that is told of alarms. */
  topicArn: pulumi.Input<string>;
  protect: boolean;
}

/** What a load balancer of the internet needs before it is there. */
export class Edge extends pulumi.ComponentResource {
  readonly certificateArn: pulumi.Output<string>;
  readonly firewallArn: pulumi.Output<string>;
  readonly logBucket: pulumi.Output<string>;
  /** What must be so before the load balancer is made. */
  readonly ready: pulumi.Resource[];

  constructor(name: string, args: EdgeArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:Edge', name, {}, opts);
    const { domainName, zoneId } = args;
    this.certificateArn = new Certificate('certificate', { domainName, zoneId }, { parent: this }).arn;
    const firewall = new Firewall('firewall', args, { parent: this });
    const logs = this.#createAccessLogs(args);
    this.#createAlarms(args);
    this.firewallArn = firewall.arn;
    this.logBucket = logs.bucketName;
    this.ready = [...firewall.ready, ...logs.ready];
    this.registerOutputs({ certificateArn: this.certificateArn, firewallArn: this.firewallArn });
  }

  #createAlarms({ prefix, region, topicArn }: EdgeArgs) {
    const alarms = [...firewallAlarms(prefix, region), ...certificateAlarms(this.certificateArn)];
    return new Alarms('edge-alarms', { prefix, topicArn, alarms }, { parent: this });
  }

  #createAccessLogs({ prefix, account, region, logs: { retentionDays }, protect }: EdgeArgs) {
    const bucketName = `${prefix}-access-logs-${account}`;
    return new AccessLogs('access-logs', { bucketName, account, region, retentionDays, protect }, { parent: this });
  }
}
