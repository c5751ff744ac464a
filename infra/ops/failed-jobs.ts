import Type from 'typebox';
import Value from 'typebox/value';
import { command } from './command.ts';
import { type Exporting, resourcesOf } from './state.ts';

/** As much of a list of Jobs as is looked at. */
const Jobs = Type.Object({
  items: Type.Array(
    Type.Object({
      metadata: Type.Object({ name: Type.String(), namespace: Type.String() }),
      status: Type.Optional(
        Type.Object({
          conditions: Type.Optional(Type.Array(Type.Object({ type: Type.String(), status: Type.String() }))),
        }),
      ),
    }),
  ),
});

/**
 * The Jobs of a stack that did not come to a good end, as URNs. A Job that has failed stays so: it has to be made anew, or
 * each deploy would fail by it.
 *
 * @param failed those that the cluster says have failed, as `namespace/name`: a deploy that was cut off knows of none
 */
export async function failedJobs(stack: Exporting, failed: readonly string[] = []): Promise<string[]> {
  return (await resourcesOf(stack)).flatMap(({ urn, type, id = '', initErrors = [] }) =>
    type === 'kubernetes:batch/v1:Job' && (initErrors.length > 0 || failed.includes(id)) ? urn : [],
  );
}

/** The Jobs of a namespace that have failed; none where the cluster is not there yet. */
export async function failedInCluster(context: string, namespace: string): Promise<string[]> {
  const query = ['--context', context, '--namespace', namespace, 'get', 'jobs', '--output', 'json'];
  const list = await command('kubectl', query).catch(() => '{"items":[]}');
  return failedAmong(list);
}

/** Those of a list of Jobs that have failed. */
export function failedAmong(list: string): string[] {
  return Value.Parse(Jobs, JSON.parse(list)).items.flatMap(({ metadata: { namespace, name }, status }) =>
    status?.conditions?.some(({ type, status }) => type === 'Failed' && status === 'True')
      ? `${namespace}/${name}`
      : [],
  );
}
