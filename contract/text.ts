import Type from 'typebox';
import { LIMITS } from './limits.ts';

/** Without control characters. Classes like \p{Cc} are not known to the regular expressions of all languages. */
const LINE = '^[^\\u0000-\\u001f\\u007f-\\u009f]*$';

/** Text of one line for people: no control characters, and no halves of characters, which no database takes. */
export const LineOfText = (
  maxLength: number,
  options: { default?: string; description?: string; examples?: string[] } = {},
) => Type.String({ minLength: 1, maxLength, pattern: LINE, format: 'well-formed', ...options });

/** A URL that a client names. What is more to be said against one is known where it is to be reached. */
export const NamedUrl = (description: string) =>
  Type.String({ maxLength: LIMITS.urlCharacters, pattern: LINE, format: 'well-formed', description });
