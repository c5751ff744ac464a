import type { Stack } from '@pulumi/pulumi/automation/index.js';
import Type from 'typebox';
import Value from 'typebox/value';

/** As much of a stack as tells its state. */
export type Exporting = Pick<Stack, 'exportStack'>;

/** As much of a stack's state as is looked at. */
const State = Type.Object({
  resources: Type.Optional(
    Type.Array(
      Type.Object({
        urn: Type.String(),
        type: Type.String(),
        id: Type.Optional(Type.String()),
        protect: Type.Optional(Type.Boolean()),
        initErrors: Type.Optional(Type.Array(Type.String())),
      }),
    ),
  ),
});

/** The resources that a stack has by its state. */
export async function resourcesOf(stack: Exporting) {
  const { deployment } = await stack.exportStack();
  return Value.Parse(State, deployment ?? {}).resources ?? [];
}
