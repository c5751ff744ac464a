import { PROBLEMS, type ProblemName, problemType } from '@logomorph/contract/problem.ts';
import type * as inputs from '@pulumi/aws/types/input.js';

type Rule = inputs.wafv2.WebAclRule;
type Statement = inputs.wafv2.WebAclRuleStatement;

/** What is for Prometheus and the load balancer, and nobody else. */
const HIDDEN = '^/(metrics|health/ready)/*$';
/** Where bodies are pictures, of which many look like an attack: an SVG is markup, and any bytes may come in a row. */
const UPLOADS = '^/(v1/logos|v1/logos/sha256/[^/]+|uploads/[^/]+)$';

/** Rules of AWS's common group that refuse what clients of the API rightly send. They are counted. */
const COUNTED = [
  // Programs often name none.
  'NoUserAgent_HEADER',
  // Refuses more than 8 KiB. The API has a limit for each route.
  'SizeRestrictions_BODY',
  // Addresses of webhooks and logos. The API connects to none that is not public.
  'GenericRFI_BODY',
  // Of the files of a kit.
  'RestrictedExtensions_URIPATH',
];
/** Rules of it that look into bodies, and the labels they leave. They are counted, and refuse all but uploads afterwards. */
const IN_BODIES = {
  CrossSiteScripting_BODY: 'CrossSiteScripting_Body',
  GenericLFI_BODY: 'GenericLFI_Body',
  EC2MetaDataSSRF_BODY: 'EC2MetaDataSSRF_Body',
} as const;

/** Bodies of refusals, in the form that the API's own have. WAF sends them as `application/json`. */
export const REFUSALS = (['rate-limited', 'not-found'] as const).map((key) => ({
  key,
  contentType: 'APPLICATION_JSON',
  content: JSON.stringify({ type: problemType(key), ...titled(key) }),
}));

/** What the firewall asks of each request, in this order. The first rule that refuses it is the last that is asked. */
export function firewallRules(rateLimit: number): Rule[] {
  const rules: Omit<Rule, 'priority' | 'visibilityConfig'>[] = [
    { name: 'hidden', statement: path(HIDDEN), action: refusal('not-found') },
    {
      name: 'rate',
      statement: { rateBasedStatement: { aggregateKeyType: 'IP', evaluationWindowSec: WINDOW, limit: rateLimit } },
      action: refusal('rate-limited', { 'retry-after': `${WINDOW}` }),
    },
    group('AmazonIpReputationList'),
    group('KnownBadInputsRuleSet'),
    group('CommonRuleSet', [...COUNTED, ...Object.keys(IN_BODIES)]),
    {
      name: 'bodies',
      statement: {
        andStatement: {
          statements: [
            { orStatement: { statements: Object.values(IN_BODIES).map(labelled) } },
            { notStatement: { statement: path(UPLOADS) } },
          ],
        },
      },
      action: { block: {} },
    },
  ];
  return rules.map((rule, priority) => ({ ...rule, priority, visibilityConfig: visible(rule.name) }));
}

/** Seconds that requests are counted over. */
const WINDOW = 300;

/** That a rule is counted under its name, with some of the requests it met. */
export function visible(metricName: Rule['name']) {
  return { metricName, cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true };
}

/** A group of rules that AWS keeps up; some of them only count. */
function group(name: string, counted: readonly string[] = []): Omit<Rule, 'priority' | 'visibilityConfig'> {
  return {
    name,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name: `AWSManagedRules${name}`,
        ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
  };
}

/** Of the path as the API takes it, whatever way it is written. */
function path(regexString: string): Statement {
  const types = ['URL_DECODE', 'NORMALIZE_PATH', 'LOWERCASE'];
  const textTransformations = types.map((type, priority) => ({ type, priority }));
  return { regexMatchStatement: { regexString, fieldToMatch: { uriPath: {} }, textTransformations } };
}

function labelled(label: string): Statement {
  return { labelMatchStatement: { scope: 'LABEL', key: `awswaf:managed:aws:core-rule-set:${label}` } };
}

function refusal(problem: ProblemName, headers: Record<string, string> = {}): Rule['action'] {
  const responseHeaders = Object.entries(headers).map(([name, value]) => ({ name, value }));
  const { status: responseCode } = PROBLEMS[problem];
  return { block: { customResponse: { responseCode, customResponseBodyKey: problem, responseHeaders } } };
}

function titled(problem: ProblemName) {
  const { title, status } = PROBLEMS[problem];
  return { title, status };
}
