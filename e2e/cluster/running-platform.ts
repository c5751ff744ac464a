import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiClient, apiClient } from '../harness/client.ts';
import { run } from '../harness/command.ts';
import { clusterStack } from './stack.ts';

/** A platform that the suites of a cluster share, since it takes a while to come up. */
export type RunningPlatform = ReturnType<typeof runningPlatform>;

/** Declares the stack; nothing is brought up yet. */
export function runningPlatform(name: string, namespace: string, config: Readonly<Record<string, string | number>>) {
  const stack = clusterStack(name, namespace, config);
  let key = '';

  /** Reads something of the one deployment of a program. */
  const ofDeployment = (program: string, path: string) =>
    stack.kubectl(`get deployments -l app.kubernetes.io/name=${program} -o jsonpath='{.items[0].${path}}'`);
  const imageOf = (program: string) => ofDeployment(program, 'spec.template.spec.containers[0].image');

  return {
    stack,
    namespace,

    /** Brings it up for the first time and makes a key. */
    async start(): Promise<void> {
      const up = await stack.up();
      assert.equal(up.code, 0, up.output);
      const made = await run(stack.commandOf('First key'));
      assert.match(made.output, /^lm_\S+\s*$/);
      key = made.output.trim();
    },

    key: () => key,

    /** The API by a new way in: a port-forward ends with the pod that it leads to. */
    async api(): Promise<ApiClient> {
      return apiClient(await stack.forward('API'), key);
    },

    imageOf,

    /** The options of `up` with the images that run, so that none are built. */
    async sameImages(): Promise<string> {
      return `--service-image ${await imageOf('api')} --worker-image ${await imageOf('worker')}`;
    },

    replicas: async (program: string) => Number(await ofDeployment(program, 'spec.replicas')),

    /** Names of the pods that are not on their way out and have no end, by the program in them. */
    async pods(): Promise<Map<string, string[]>> {
      const line = '{{index .metadata.labels "app.kubernetes.io/name"}} {{.metadata.name}}{{"\\n"}}';
      const alive = '(not .metadata.deletionTimestamp) (ne .status.phase "Failed") (ne .status.phase "Succeeded")';
      const template = `{{range .items}}{{if and ${alive}}}${line}{{end}}{{end}}`;
      const text = await stack.kubectl(`get pods --sort-by=.metadata.name -o go-template='${template}'`);
      const found = new Map<string, string[]>();
      for (const [program = '', name = ''] of text.split('\n').map((line) => line.split(' ')))
        found.set(program, [...(found.get(program) ?? []), name]);
      return found;
    },

    /** What a query says, a line a row, by the database itself. */
    sql(query: string): Promise<string> {
      const psql = String.raw`PGPASSWORD=\$POSTGRES_PASSWORD psql -h 127.0.0.1 -U logomorph -tAc \"${query}\"`;
      return stack.kubectl(`exec postgres-0 -- sh -c "${psql}"`);
    },
  };
}

/** Pods by the program in them. */
type Pods = ReadonlyMap<string, readonly string[]>;

/** All pods of the product's programs are other ones than before, and none of those beside them is. */
export function requireProgramsRolled(before: Pods, after: Pods): void {
  for (const name of ['api', 'worker']) {
    const old = before.get(name)?.filter((pod) => after.get(name)?.includes(pod));
    assert.deepEqual(old, [], `old pods of ${name}`);
  }
  for (const name of ['postgres', 'redis', 'object-store', 'prometheus', 'alertmanager'])
    assert.deepEqual(after.get(name), before.get(name), name);
}

/** Waits for something to be so. */
export async function until(what: string, holds: () => Promise<boolean>, seconds = 180): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await holds())) {
    assert.ok(Date.now() < deadline, `${what}: not within ${seconds} s`);
    await sleep(1000);
  }
}
