import { type Policies, PolicyPack, type PolicyResource } from '@pulumi/policy';
import { readFacts } from './facts.ts';
import type { ResourceRule, StackRule, Subject } from './rule.ts';
import { RULES } from './rules.ts';

/** What the program registered, by URN. The engine gives rules of the whole stack what the cluster made of it. */
const registered = new Map<string, unknown>();
const facts = readFacts(new Date());

new PolicyPack('logomorph', {
  description: 'What every stack of the platform keeps to',
  enforcementLevel: 'mandatory',
  policies: [reader(), ...RULES.map((rule) => ('stack' in rule ? stackPolicy(rule) : resourcePolicy(rule)))],
});

function reader(): Policies[number] {
  return {
    name: 'reads-the-program',
    description: 'Finds nothing; it keeps what the rules over the whole stack compare.',
    validateResource: ({ urn, props }) => {
      registered.set(urn, props);
    },
  };
}

function resourcePolicy({ name, description, resource }: ResourceRule): Policies[number] {
  return {
    name,
    description,
    validateResource: (args, report) => {
      const { urn, type, props: inputs, opts } = args;
      const subject = { urn, type, name: args.name, inputs, protect: opts.protect, ignored: opts.ignoreChanges };
      for (const problem of resource(subject, facts)) report(problem);
    },
  };
}

function stackPolicy({ name, description, stack }: StackRule): Policies[number] {
  return {
    name,
    description,
    validateStack: ({ resources }, report) => {
      for (const { urn, problem } of stack(resources.map(asRegistered), facts)) report(problem, urn);
    },
  };
}

function asRegistered({ urn, type, name, props, opts }: PolicyResource): Subject {
  return { urn, type, name, inputs: registered.get(urn) ?? props, protect: opts.protect, ignored: opts.ignoreChanges };
}
