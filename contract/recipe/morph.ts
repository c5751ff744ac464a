import Type, { type Static } from 'typebox';
import { LIMITS } from '../limits.ts';
import { side, Version } from './fields.ts';

/** An animation from a logo to another. */
export const MorphRecipe = Type.Object(
  {
    type: Type.Literal('morph', { description: 'An animation from a logo to another' }),
    version: Version,
    format: Type.Enum(['webp', 'gif', 'apng', 'svg', 'frames'], {
      default: 'webp',
      description:
        'svg animates by SMIL and only of two SVGs whose shapes can be led to one another; frames is a zip of PNGs, ' +
        'one for each frame from the first logo to the second',
    }),
    width: { ...side('Of the output, in pixels'), default: 512 },
    height: { ...side('Of the output, in pixels'), default: 512 },
    duration: Type.Integer({
      minimum: 100,
      maximum: 10_000,
      default: 1000,
      description: 'From the first logo to the second, in milliseconds',
    }),
    fps: Type.Integer({
      minimum: 1,
      maximum: 60,
      default: 30,
      description:
        `Frames a second, of a gif at most 50; all frames may be at most ${LIMITS.morphFrames}, and have at most ` +
        `${LIMITS.morphPixels} pixels together`,
    }),
    easing: Type.Enum(['linear', 'ease-in', 'ease-out', 'ease-in-out'], {
      default: 'ease-in-out',
      description: 'The names are those of CSS',
    }),
    hold: Type.Integer({
      minimum: 0,
      maximum: 10_000,
      default: 500,
      description: 'How long each logo stands still on top of the duration, in milliseconds',
    }),
    loop: Type.Enum(['once', 'repeat', 'alternate'], {
      default: 'once',
      description: 'alternate goes back to the first logo, again and again',
    }),
    background: Type.String({
      pattern: '^(transparent|#[0-9a-fA-F]{6})$',
      default: 'transparent',
      description: 'What shows behind the logos',
    }),
  },
  { title: 'MorphRecipe', additionalProperties: false },
);

export type MorphRecipe = Static<typeof MorphRecipe>;
