import type { Subject } from '../rule.ts';
import { type Example, subject } from './example.ts';

const balancer = (spec: object = {}) =>
  subject('kubernetes:eks.amazonaws.com/v1:IngressClassParams', 'public', {
    spec: {
      certificateARNs: ['arn:aws:acm:certificate'],
      sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
      ...spec,
    },
  });
const ingress = (said: Record<string, string> = {}) => {
  const annotations = { 'ssl-redirect': '443', 'wafv2-acl-arn': 'arn:aws:wafv2:acl', ...said };
  const full = Object.entries(annotations).map(([key, value]) => [`alb.ingress.kubernetes.io/${key}`, value]);
  return subject('kubernetes:networking.k8s.io/v1:Ingress', 'public', {
    metadata: { annotations: Object.fromEntries(full) },
  });
};
const listener = (inputs: object) => subject('aws:lb/listener:Listener', 'any', inputs);
const firewall = (statement: object) =>
  subject('aws:wafv2/webAcl:WebAcl', 'firewall', { rules: [{ name: 'any', statement }] });

const pair = (taken: Subject, refused: Subject, says: RegExp): Example => ({
  taken: [taken],
  refused: [refused],
  says,
});

/** What the rules over the way in from the internet take and refuse, by rule. */
export const EDGE_EXAMPLES: Record<string, Example[]> = {
  'listeners-take-tls': [
    pair(balancer(), balancer({ certificateARNs: [] }), /has no certificate/),
    pair(balancer(), balancer({ sslPolicy: undefined }), /takes old TLS by the default policy/),
    pair(balancer(), balancer({ sslPolicy: 'ELBSecurityPolicy-TLS13-1-0-2021-06' }), /old TLS by ELB.*-1-0/),
    pair(ingress(), ingress({ 'ssl-redirect': '' }), /answers plain HTTP/),
    pair(
      listener({ protocol: 'HTTP', defaultActions: [{ type: 'redirect', redirect: { protocol: 'HTTPS' } }] }),
      listener({ protocol: 'HTTP', defaultActions: [{ type: 'forward' }] }),
      /answers plain HTTP/,
    ),
    pair(
      listener({ protocol: 'HTTPS', sslPolicy: 'ELBSecurityPolicy-TLS13-1-3-2021-06' }),
      listener({ protocol: 'HTTPS', sslPolicy: 'ELBSecurityPolicy-2016-08' }),
      /old TLS/,
    ),
  ],
  'public-balancers-have-a-firewall': [
    {
      taken: [balancer({ scheme: 'internet-facing' }), ingress()],
      refused: [balancer({ scheme: 'internet-facing' }), ingress({ 'wafv2-acl-arn': '' })],
      says: /public: is public and has no firewall/,
    },
    {
      taken: [balancer({ scheme: 'internal' }), ingress({ 'wafv2-acl-arn': '' })],
      refused: [balancer(), ingress({ 'wafv2-acl-arn': '' })],
      says: /has no firewall/,
    },
    pair(
      firewall({ rateBasedStatement: { limit: 100, aggregateKeyType: 'IP' } }),
      firewall({ geoMatchStatement: {} }),
      /has no limit for an address/,
    ),
  ],
};
