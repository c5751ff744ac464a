import type { Stack } from '@pulumi/pulumi/automation/index.js';
import Type from 'typebox';
import Value from 'typebox/value';

/** As much of a stack's state as is looked at. */
const State = Type.Object({
  resources: Type.Optional(
    Type.Array(
      Type.Object({ urn: Type.String(), type: Type.String(), initErrors: Type.Optional(Type.Array(Type.String())) }),
    ),
  ),
});

/**
 * The Jobs of a stack that did not come to a good end, as URNs. A Job that has failed stays so: it has to be made anew, or
 * each deploy would fail by it.
 */
export async function failedJobs(stack: Pick<Stack, 'exportStack'>): Promise<string[]> {
  const { deployment } = await stack.exportStack();
  const { resources = [] } = Value.Parse(State, deployment ?? {});
  return resources.flatMap(({ urn, type, initErrors = [] }) =>
    type === 'kubernetes:batch/v1:Job' && initErrors.length > 0 ? urn : [],
  );
}
