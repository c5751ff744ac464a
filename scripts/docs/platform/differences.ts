import { KEYS } from '@logomorph/infra/setting-keys.ts';
import { type Registered, stackConfig } from '@logomorph/infra/testing/run-program.ts';
import { code, table } from '../markdown.ts';
import { brief, isTree } from './brief.ts';

/** A table of the settings in which staging and prod differ, and what each is for. */
export function settingDifferences(): string {
  const [staging, prod] = [stackConfig('staging'), stackConfig('prod')];
  const rows = Object.entries(KEYS).flatMap(([key, { description }]) => {
    const [one = '', other = ''] = [staging[`logomorph:${key}`], prod[`logomorph:${key}`]];
    return one === other ? [] : [[code(key), shown(one), shown(other), description]];
  });
  return table(['Setting', 'staging', 'prod', 'What it decides'], rows);
}

/** A table of the resources that one of the two has alone, or that are given other inputs. Names of the stacks are alike. */
export function resourceDifferences(staging: readonly Registered[], prod: readonly Registered[]): string {
  const ofStaging = byName(staging);
  const ofProd = byName(prod);
  const names = [...new Set([...ofStaging.keys(), ...ofProd.keys()])].sort();
  const rows = names.flatMap((name) => {
    const [inStaging, inProd] = [ofStaging.get(name), ofProd.get(name)];
    if (inStaging === undefined) return [[name, 'none', 'there is one']];
    if (inProd === undefined) return [[name, 'there is one', 'none']];
    return differing(inStaging, inProd).map(([path, before, after]) => [`${name} ${code(path)}`, before, after]);
  });
  return table(['Resource', 'staging', 'prod'], rows);
}

function shown(value: string): string {
  return value === '' ? 'not set' : code(value);
}

function byName(resources: readonly Registered[]): Map<string, unknown> {
  // Ranges of the VPC follow from one setting, and are in dozens of subnets.
  const telling = resources.filter(({ type }) => !/:Subnet$|^pulumi:|^logomorph:/.test(type));
  return new Map(telling.map(({ type, name, masked }) => [`${type.split(':').at(-1)} ${name}`, masked]));
}

/** The paths at which two values differ, with what is there. */
function differing(one: unknown, other: unknown, path = ''): [string, string, string][] {
  if (isTree(one) && isTree(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
    const [ones, others] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
    return keys.flatMap((key) => differing(ones.get(key), others.get(key), path === '' ? key : `${path}.${key}`));
  }
  return alike(one) === alike(other) ? [] : [[path, toldOf(one), toldOf(other)]];
}

function toldOf(value: unknown): string {
  return value === undefined ? 'not set' : brief(value, 0);
}

function alike(value: unknown): string {
  return String(JSON.stringify(value)).replaceAll(/staging|prod\b/g, 'STACK');
}
