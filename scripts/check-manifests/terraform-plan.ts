import { isPlain, type Plain } from '@logomorph/infra/policy/plain.ts';
import type { Registered } from '@logomorph/infra/testing/run-program.ts';

/** Modules of Pulumi's AWS package whose resources Terraform calls otherwise than `aws_<module>_<resource>`. */
const PREFIXES: Record<string, string> = { ec2: '', lb: 'lb_', rds: 'db_' };
/** Inputs that are maps; all other objects are blocks. */
const MAPS = /^(tags|variables|dimensions)$/;

/**
 * What a stack would make in AWS, in the form of a plan of Terraform: checkov reads those. Pulumi's AWS package is made from
 * Terraform's provider, so types and inputs are the same but for how they are written.
 */
export function planOf(resources: readonly Registered[]) {
  const own = resources.filter(({ type }) => type.startsWith('aws:'));
  const planned = own.map((resource) => {
    const type = terraformType(resource.type);
    return {
      address: `${type}.${resource.name}`,
      mode: 'managed',
      type,
      name: resource.name,
      values: block(resource.masked),
    };
  });
  return {
    format_version: '1.2',
    terraform_version: '1.9.0',
    planned_values: { root_module: { resources: planned } },
    resource_changes: planned.map(({ values, ...resource }) => ({
      ...resource,
      change: { actions: ['create'], before: null, after: values, after_unknown: {} },
    })),
    configuration: {
      root_module: {
        resources: planned.map(({ values, ...resource }, i) => ({
          ...resource,
          expressions: Object.fromEntries(
            Object.entries(values).map(([key, value]) => [key, { references: references(value, own, own[i]) }]),
          ),
        })),
      },
    },
  };
}

function terraformType(type: string): string {
  const [, module = '', name = ''] = /^aws:(\w+)\/(\w+):/.exec(type) ?? [];
  return `aws_${PREFIXES[module] ?? `${module}_`}${snakeCase(name)}`;
}

/** Terraform has blocks in lists, and lists of blocks under the singular; where Pulumi has a plural, both are given. */
function block(inputs: Plain): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, value]) => {
      const key = snakeCase(name);
      if (isPlain(value)) return [[key, MAPS.test(name) ? value : [block(value)]]];
      if (!Array.isArray(value) || !value.some(isPlain)) return [[key, value]];
      const blocks = value.map((one) => (isPlain(one) ? block(one) : one));
      return [key, key.replace(/s$/, '')].map((either) => [either, blocks]);
    }),
  );
}

/** What a value names, by the ids and ARNs that the made-up cloud gives. Resources of one name may have the same id. */
function references(value: unknown, all: readonly Registered[], self: Registered | undefined): string[] {
  const text = JSON.stringify(value);
  const named = all.filter((other) => other !== self && namesOf(other).some((name) => text.includes(`"${name}"`)));
  return named.flatMap(({ type, name }) => [`${terraformType(type)}.${name}.id`, `${terraformType(type)}.${name}`]);
}

function namesOf({ type, name, inputs }: Registered): string[] {
  const [, service = ''] = /^aws:(\w+)\//.exec(type) ?? [];
  const bucket = type === 'aws:s3/bucket:Bucket' ? [String(inputs.bucket), `arn:aws:s3:::${inputs.bucket}`] : [];
  return [`${name}-id`, `${name}-made-up`, `arn:aws:${service}:::${name}`, ...bucket];
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
