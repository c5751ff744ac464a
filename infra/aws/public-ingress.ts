import { type TimeSettings, timeBudgets } from '@logomorph/contract/time-budgets.ts';
import * as lb from '@pulumi/aws/lb/index.js';
import * as route53 from '@pulumi/aws/route53/index.js';
import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { recommendedLabels } from '../labels.ts';
import { Alarms } from './alarms.ts';
import { balancerAlarms } from './edge-alarms.ts';
import { targetAnnotations } from './target-annotations.ts';

interface PublicIngressArgs {
  namespace: pulumi.Input<string>;
  /** Value of the instance label, and name of the namespace. */
  instance: string;
  /** Name of the API's service. */
  service: pulumi.Input<string>;
  domainName: string;
  /** Zone that the name is in. */
  zoneId: string;
  /** Networks that clients may come from; none for anywhere. */
  clientRanges: readonly string[];
  /** Name of the load balancer, of 32 characters at most; names of alarms begin with it. */
  balancerName: string;
  /** Public subnets. */
  subnetIds: pulumi.Input<string>[];
  certificateArn: pulumi.Input<string>;
  firewallArn: pulumi.Input<string>;
  /** Bucket for access logs. */
  logBucket: pulumi.Input<string>;
  /** ARN of the topic that is told of alarms. */
  topicArn: pulumi.Input<string>;
  /** What the times of the load balancer follow from. */
  times: TimeSettings;
  /** Whether AWS refuses to delete the load balancer. */
  protect: boolean;
}

/** TLS 1.2 with forward secrecy, and 1.3. */
const TLS_POLICY = 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06';

/** The way of clients of the internet to the API: a load balancer that EKS Auto Mode makes, and the name that leads there. */
export class PublicIngress extends pulumi.ComponentResource {
  /** Where clients reach the API. */
  readonly url: pulumi.Output<string>;

  constructor(name: string, args: PublicIngressArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:PublicIngress', name, {}, opts);
    const parameters = this.#createParameters(name, args);
    const ingressClass = this.#createClass(name, args, parameters);
    const ingress = this.#createIngress(name, args, ingressClass);
    const balancer = this.#findBalancer(name, args, ingress);
    const record = this.#createRecord(name, args, balancer);
    this.#createAlarms(args, balancer);
    this.url = pulumi.interpolate`https://${record.name}`;
    this.registerOutputs({ url: this.url });
  }

  /** What the load balancer is like, as far as EKS knows it here: of the rest the Ingress tells. */
  #createParameters(name: string, args: PublicIngressArgs) {
    return new k8s.apiextensions.CustomResource(
      name,
      {
        apiVersion: 'eks.amazonaws.com/v1',
        kind: 'IngressClassParams',
        metadata: { labels: labels(args) },
        spec: {
          scheme: 'internet-facing',
          // Nobody else's Ingress comes to this name, its certificate and its firewall.
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': args.instance } },
          subnets: { ids: args.subnetIds },
          certificateARNs: [args.certificateArn],
          sslPolicy: TLS_POLICY,
          ...(args.clientRanges.length > 0 && { inboundCIDRs: args.clientRanges }),
          loadBalancerAttributes: attributes(args),
        },
      },
      { parent: this },
    );
  }

  #createClass(name: string, args: PublicIngressArgs, parameters: k8s.apiextensions.CustomResource) {
    const spec = {
      controller: 'eks.amazonaws.com/alb',
      parameters: { apiGroup: 'eks.amazonaws.com', kind: parameters.kind, name: parameters.metadata.name },
    };
    return new k8s.networking.v1.IngressClass(name, { metadata: { labels: labels(args) }, spec }, { parent: this });
  }

  /** Under a fixed name, so that there is one of it: another would want a load balancer of the same name. */
  #createIngress(name: string, args: PublicIngressArgs, ingressClass: k8s.networking.v1.IngressClass) {
    const { namespace, service, domainName: host } = args;
    const annotations = {
      'alb.ingress.kubernetes.io/load-balancer-name': args.balancerName,
      'alb.ingress.kubernetes.io/target-type': 'ip',
      'alb.ingress.kubernetes.io/listen-ports': JSON.stringify([{ HTTP: 80 }, { HTTPS: 443 }]),
      'alb.ingress.kubernetes.io/ssl-redirect': '443',
      'alb.ingress.kubernetes.io/wafv2-acl-arn': args.firewallArn,
      ...targetAnnotations(args.times),
    };
    const backend = { service: { name: service, port: { name: 'http' } } };
    return new k8s.networking.v1.Ingress(
      name,
      {
        metadata: { name: 'api', namespace, labels: labels(args), annotations },
        spec: {
          ingressClassName: ingressClass.metadata.name,
          rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }],
        },
      },
      { parent: this },
    );
  }

  /** Asked of AWS, and not before the Ingress says that it is there. */
  #findBalancer(name: string, { balancerName }: PublicIngressArgs, ingress: k8s.networking.v1.Ingress) {
    const made = ingress.status.apply((status) => {
      if (status?.loadBalancer?.ingress?.[0]?.hostname !== undefined) return balancerName;
      throw new Error(`the Ingress ${name} has no load balancer: kubectl describe ingress says why`);
    });
    return lb.getLoadBalancerOutput({ name: made }, { parent: this });
  }

  #createRecord(name: string, { zoneId, domainName }: PublicIngressArgs, balancer: Balancer) {
    const aliases = [{ name: balancer.dnsName, zoneId: balancer.zoneId, evaluateTargetHealth: false }];
    return new route53.Record(name, { zoneId, name: domainName, type: 'A', aliases }, { parent: this });
  }

  #createAlarms({ balancerName: prefix, topicArn }: PublicIngressArgs, { arnSuffix }: Balancer) {
    return new Alarms('balancer-alarms', { prefix, topicArn, alarms: balancerAlarms(arnSuffix) }, { parent: this });
  }
}

type Balancer = ReturnType<typeof lb.getLoadBalancerOutput>;

function labels({ instance }: PublicIngressArgs) {
  return recommendedLabels({ name: 'api', component: 'ingress', instance });
}

function attributes({ times, logBucket, protect }: PublicIngressArgs) {
  const set: Record<string, pulumi.Input<string>> = {
    'idle_timeout.timeout_seconds': `${timeBudgets(times).loadBalancerIdle}`,
    'deletion_protection.enabled': `${protect}`,
    'access_logs.s3.enabled': 'true',
    'access_logs.s3.bucket': logBucket,
    'routing.http.drop_invalid_header_fields.enabled': 'true',
    // The API believes the last of the addresses, which is the one that the load balancer saw.
    'routing.http.xff_header_processing.mode': 'append',
  };
  return Object.entries(set).map(([key, value]) => ({ key, value }));
}
