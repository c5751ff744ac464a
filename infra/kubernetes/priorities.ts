import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { recommendedLabels } from '../labels.ts';

/** Who makes room for whom when a node is full: the lower value goes first. Pods of others have 0 unless they say more. */
const PRIORITIES = {
  data: { value: 1000, description: 'Data stores: without them nothing else works' },
  serving: { value: 900, description: 'The API and what must run before it: clients wait for it' },
  watching: { value: 800, description: 'What watches the platform, and says how many workers there should be' },
  rendering: { value: 500, description: 'Workers: what is taken from them is made again by others' },
} as const;

/** The name of a class of pods by how much depends on them. */
export type Priority = keyof typeof PRIORITIES;

interface PrioritiesArgs {
  /** Value of the instance label. */
  instance: string;
}

/**
 * The priority classes of a platform. They are the whole cluster's, so their names begin with the platform's; the
 * engine names them, since a value that changes is another class.
 */
export class Priorities extends pulumi.ComponentResource {
  /** Names of the classes, for `priorityClassName` of a pod. */
  readonly names: Readonly<Record<Priority, pulumi.Output<string>>>;

  constructor(name: string, args: PrioritiesArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:kubernetes:Priorities', name, {}, opts);
    this.names = {
      data: this.#createClass('data', args),
      serving: this.#createClass('serving', args),
      watching: this.#createClass('watching', args),
      rendering: this.#createClass('rendering', args),
    };
    this.registerOutputs({ names: this.names });
  }

  #createClass(priority: Priority, { instance }: PrioritiesArgs): pulumi.Output<string> {
    const metadata = { labels: recommendedLabels({ name: 'logomorph', component: 'priority', instance }) };
    const args = { metadata, ...PRIORITIES[priority] };
    return new k8s.scheduling.v1.PriorityClass(`${instance}-${priority}`, args, { parent: this }).metadata.name;
  }
}
