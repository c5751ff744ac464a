import { at, listAt, textAt, texts } from './plain.ts';
import { kindOf } from './pods.ts';
import type { Finding, Rule, Subject } from './rule.ts';

/** Policies of load balancers that take TLS 1.2 and newer alone. */
const MODERN_TLS = /^ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)-/;
/** Before what an Ingress says to a load balancer of AWS. */
const SAID = 'alb.ingress.kubernetes.io/';

/** How requests come in from the internet. */
export const EDGE_RULES: readonly Rule[] = [
  {
    name: 'listeners-take-tls',
    description: 'Load balancers take TLS 1.2 and newer with a certificate, and send plain HTTP there.',
    resource: (subject) => [...oldTls(subject), ...plainHttp(subject)],
  },
  {
    name: 'public-balancers-have-a-firewall',
    description:
      'What comes in at a public load balancer has passed a firewall (WAF), which has a limit for each address.',
    stack: (subjects) => [...unguarded(subjects), ...subjects.flatMap(unlimited)],
  },
];

function oldTls(subject: Subject): string[] {
  const { type, inputs } = subject;
  if (kindOf(subject) === 'IngressClassParams') {
    const certified = texts(at(inputs, 'spec.certificateARNs')).length > 0;
    return [...(certified ? [] : ['has no certificate']), ...old(textAt(inputs, 'spec.sslPolicy'))];
  }
  return type === 'aws:lb/listener:Listener' && ['HTTPS', 'TLS'].includes(textAt(inputs, 'protocol'))
    ? old(textAt(inputs, 'sslPolicy'))
    : [];
}

function old(policy: string): string[] {
  return MODERN_TLS.test(policy) ? [] : [`takes old TLS by ${policy || 'the default policy'}`];
}

function plainHttp(subject: Subject): string[] {
  const { type, inputs } = subject;
  const redirects =
    kindOf(subject) === 'Ingress'
      ? said(subject, 'ssl-redirect') !== ''
      : type !== 'aws:lb/listener:Listener' ||
        textAt(inputs, 'protocol') !== 'HTTP' ||
        listAt(inputs, 'defaultActions').every((action) => at(action, 'redirect.protocol') === 'HTTPS');
  return redirects ? [] : ['answers plain HTTP'];
}

/** By kind: which class an Ingress has is not known before the class has a name. */
function unguarded(subjects: readonly Subject[]): Finding[] {
  const open = subjects.some(
    (one) => kindOf(one) === 'IngressClassParams' && textAt(one.inputs, 'spec.scheme') !== 'internal',
  );
  return subjects
    .filter((one) => open && kindOf(one) === 'Ingress' && said(one, 'wafv2-acl-arn') === '')
    .map(({ urn }) => ({ urn, problem: 'is public and has no firewall' }));
}

function unlimited({ urn, type, inputs }: Subject): Finding[] {
  if (type !== 'aws:wafv2/webAcl:WebAcl') return [];
  const limited = listAt(inputs, 'rules').some((rule) => at(rule, 'statement.rateBasedStatement') !== undefined);
  return limited ? [] : [{ urn, problem: 'has no limit for an address' }];
}

function said({ inputs }: Subject, key: string): string {
  const value = at(inputs, ['metadata', 'annotations', `${SAID}${key}`]);
  return typeof value === 'string' ? value : '';
}
