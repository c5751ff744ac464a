import type * as pulumi from '@pulumi/pulumi';
import type { Alarm } from './alarm-table.ts';

/** What is watched of a load balancer, by the end of its ARN. */
export function balancerAlarms(suffix: pulumi.Input<string>): Alarm[] {
  const own = {
    namespace: 'AWS/ApplicationELB',
    statistic: 'Sum' as const,
    dimensions: { LoadBalancer: suffix },
    quietIsWell: true,
  };
  return [
    {
      ...own,
      name: 'balancer-errors',
      description:
        'The load balancer answers with errors of its own: it has no pod to ask, or none that answers in time',
      metric: 'HTTPCode_ELB_5XX_Count',
      above: 10,
      minutes: 5,
    },
    {
      ...own,
      name: 'balancer-refusals',
      description: 'The load balancer refuses connections, as it has too many: look at who opens them',
      metric: 'RejectedConnectionCount',
      above: 0,
      minutes: 1,
    },
  ];
}

/** What is watched of a firewall, by its name. */
export function firewallAlarms(name: string, region: string): Alarm[] {
  return [
    {
      name: 'firewall-rate',
      description: 'The firewall refuses addresses that ask too often: an attack, or firewallRateLimit is too low',
      namespace: 'AWS/WAFV2',
      metric: 'BlockedRequests',
      statistic: 'Sum',
      dimensions: { WebACL: name, Region: region, Rule: 'rate' },
      above: 100,
      minutes: 5,
      quietIsWell: true,
    },
  ];
}

/** What is watched of a certificate, by its ARN. AWS renews it two months before it expires. */
export function certificateAlarms(arn: pulumi.Input<string>): Alarm[] {
  return [
    {
      name: 'certificate-expiry',
      description:
        'AWS does not renew the certificate of the API: look whether the record is there that proves the name',
      namespace: 'AWS/CertificateManager',
      metric: 'DaysToExpiry',
      statistic: 'Minimum',
      dimensions: { CertificateArn: arn },
      below: 30,
      minutes: 24 * 60,
      daily: true,
    },
  ];
}
