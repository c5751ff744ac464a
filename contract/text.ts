import Type from 'typebox';

/** Text of one line for people: no control characters, and no halves of characters, which no database takes. */
export const LineOfText = (
  maxLength: number,
  options: { default?: string; description?: string; examples?: string[] } = {},
) => Type.String({ minLength: 1, maxLength, pattern: '^[^\\p{Cc}\\p{Cs}]*$', ...options });
