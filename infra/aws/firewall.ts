import type * as cloudwatch from '@pulumi/aws/cloudwatch/index.js';
import * as wafv2 from '@pulumi/aws/wafv2/index.js';
import * as pulumi from '@pulumi/pulumi';
import { firewallRules, REFUSALS, visible } from './firewall-rules.ts';
import { createLogGroup, type LogKeeping } from './logs.ts';

interface FirewallArgs {
  /** Begins the names of what is made, which no other stack of the account has. */
  prefix: string;
  /** Requests that one address may make in five minutes. */
  rateLimit: number;
  logs: LogKeeping;
}

/** The firewall in front of a load balancer (WAF), and a log of what it refused or counted. */
export class Firewall extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;
  /** What must be so before it is used. */
  readonly ready: pulumi.Resource[];

  constructor(name: string, args: FirewallArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:Firewall', name, {}, opts);
    const acl = this.#createAcl(name, args);
    const logs = this.#createLogGroup(name, args);
    this.ready = [this.#createLogging(name, acl, logs)];
    this.arn = acl.arn;
    this.registerOutputs({ arn: this.arn });
  }

  #createAcl(name: string, { prefix, rateLimit }: FirewallArgs) {
    return new wafv2.WebAcl(
      name,
      {
        name: prefix,
        description: 'Requests of clients',
        scope: 'REGIONAL',
        defaultAction: { allow: {} },
        customResponseBodies: REFUSALS,
        rules: firewallRules(rateLimit),
        visibilityConfig: visible(prefix),
      },
      { parent: this },
    );
  }

  /** WAF writes to no log group whose name does not begin so. */
  #createLogGroup(name: string, { prefix, logs }: FirewallArgs) {
    return createLogGroup(name, `aws-waf-logs-${prefix}`, logs, { parent: this });
  }

  /** Without keys, and without signatures of addresses, which are in the query. */
  #createLogging(name: string, { arn: resourceArn }: wafv2.WebAcl, { arn }: cloudwatch.LogGroup) {
    const conditions = ['BLOCK', 'COUNT', 'EXCLUDED_AS_COUNT'].map((action) => ({ actionCondition: { action } }));
    return new wafv2.WebAclLoggingConfiguration(
      name,
      {
        resourceArn,
        logDestinationConfigs: [arn],
        redactedFields: [{ singleHeader: { name: 'authorization' } }, { queryString: {} }],
        loggingFilter: {
          defaultBehavior: 'DROP',
          filters: [{ behavior: 'KEEP', requirement: 'MEETS_ANY', conditions }],
        },
      },
      { parent: this },
    );
  }
}
