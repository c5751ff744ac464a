import Type from 'typebox';

/** Some of these values, each once. */
export const SomeOf = <Value extends string>(
  values: readonly Value[],
  options: { default?: Value[]; description?: string } = {},
) =>
  // Without their type, the check of uniqueItems compares all with all, however many are sent.
  Type.Array(Type.Enum([...values], { type: 'string' }), {
    minItems: 1,
    maxItems: values.length,
    uniqueItems: true,
    ...options,
  });
