import type * as pulumi from '@pulumi/pulumi';

/** What the labels of an object are made from. */
interface LabelArgs {
  /** The program, e.g. `postgres`; the value of `app.kubernetes.io/name`. */
  name: string;
  /** The part it plays here, e.g. `database`; the value of `app.kubernetes.io/component`. */
  component: string;
  /** Tells two platforms of one cluster apart; the namespace's name. */
  instance: string;
  /** Version of the program that runs; left out where it is not known. */
  version?: pulumi.Input<string>;
}

/** Labels as Kubernetes takes them. */
export type Labels = Record<string, pulumi.Input<string>>;

/** The six recommended labels of an object (the version only where it is known). */
export function recommendedLabels({ version, ...rest }: LabelArgs): Labels {
  return {
    ...selectorLabels(rest),
    'app.kubernetes.io/part-of': 'logomorph',
    'app.kubernetes.io/managed-by': 'pulumi',
    ...(version === undefined ? {} : { 'app.kubernetes.io/version': version }),
  };
}

/**
 * The labels that select an object's pods. A selector can never be changed, so nothing that changes from
 * release to release is in it: above all not the version.
 */
export function selectorLabels({ name, component, instance }: Omit<LabelArgs, 'version'>): Labels {
  return {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/instance': instance,
    'app.kubernetes.io/component': component,
  };
}

/**
 * The version label of an image reference: its tag, or the start of its digest. A label's value holds at most
 * 63 characters, and a tag may hold twice that.
 */
export function imageVersion(image: string): string {
  const [name = '', digest] = image.split('@sha256:');
  const tag = /:([\w.-]+)$/.exec(name.slice(name.lastIndexOf('/') + 1))?.[1];
  return (tag ?? digest?.slice(0, 12) ?? 'latest').slice(0, 63).replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
}
