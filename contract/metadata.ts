import Type, { type Static } from 'typebox';
import { LIMITS } from './limits.ts';
import { LineOfText } from './text.ts';

/** Texts of a client's own, by keys of its own. */
export const Metadata = Type.Record(Type.String(), LineOfText(LIMITS.metadataCharacters), {
  // Not the pattern of the record: what does not match that is only an unknown field.
  propertyNames: { pattern: `^[\\w.-]{1,${LIMITS.metadataKeyCharacters}}$` },
  maxProperties: LIMITS.metadataKeys,
  description: 'Texts of your own, by keys of your own',
});

export type Metadata = Static<typeof Metadata>;
