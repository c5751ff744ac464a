import { textAt } from '../policy/plain.ts';
import type { Subject } from '../policy/rule.ts';

/** Types that cost nothing by themselves, or by what is kept in them or passes them alone. */
const FREE: readonly RegExp[] = [
  /^aws:(acm|budgets|ecr|iam|s3|sns|vpc)\//,
  /^aws:cloudwatch\/logGroup:/,
  /^aws:ec2\/(defaultSecurityGroup|flowLog|internetGateway|launchTemplate|route|routeTable|routeTableAssociation):/,
  /^aws:ec2\/(securityGroup|subnet|vpc):/,
  /^aws:eks\/(accessEntry|accessPolicyAssociation|addon|podIdentityAssociation):/,
  /^aws:(elasticache|rds)\/(parameterGroup|subnetGroup):/,
  /^aws:(kms\/alias|route53\/record|secretsmanager\/secretVersion|wafv2\/webAclLoggingConfiguration):/,
];

/** Whether a resource costs nothing while it is not used. Of types that are not known here nobody can say so. */
export function isFree({ type, inputs }: Subject): boolean {
  if (type === 'aws:ec2/vpcEndpoint:VpcEndpoint') return textAt(inputs, 'vpcEndpointType') === 'Gateway';
  return FREE.some((pattern) => pattern.test(type));
}
