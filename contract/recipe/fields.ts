import Type from 'typebox';
import { LIMITS } from '../limits.ts';

/** Fields that several recipes have. */

export const Version = Type.Literal(1, { default: 1, description: 'Of the meaning of these fields' });

/** A side of a picture, in pixels. */
export const side = (description: string) =>
  Type.Integer({ minimum: 1, maximum: LIMITS.outputSidePixels, description });

export const Colour = (defaultColour: string, description: string) =>
  Type.String({ pattern: '^#[0-9a-fA-F]{6}$', default: defaultColour, description });

export const Quality = (description: string) => Type.Integer({ minimum: 1, maximum: 100, default: 80, description });

/** A length in pixels or in percent of the shorter side, e.g. `12px` or `8.5%`. */
export const Length = (description: string) =>
  Type.String({ pattern: '^(\\d{1,4}px|\\d{1,2}(\\.\\d{1,2})?%)$', default: '0px', description });
