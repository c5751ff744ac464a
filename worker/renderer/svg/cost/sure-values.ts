import { parseCssColour } from '../../colour/css-colour.ts';
import type { CostlyInherited } from './costly-properties.ts';

const COLOUR = /^(?:#[\da-f]{3}|#[\da-f]{6}|rgb\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*\))$/i;
const NAME = /^[a-z]+$/i;
const REFERENCE = /^(?:none|url\((["']?)#[^\s"'()]+\1\))$/i;
const LENGTH = /^(?:\d+(?:\.\d+)?|\.\d+)(?:px|%)?$/i;

const isReference = (value: string) => REFERENCE.test(value);
const isLength = (value: string) => LENGTH.test(value);
const isLengths = (value: string) => value === 'none' || value.split(/\s*,\s*|\s+/).every(isLength);
const isPaint = (value: string) =>
  isReference(value) || COLOUR.test(value) || (NAME.test(value) && parseCssColour(value) !== undefined);

const SURE: Readonly<Record<CostlyInherited, (value: string) => boolean>> = {
  fill: isPaint,
  stroke: isPaint,
  'stroke-width': isLength,
  'stroke-dasharray': isLengths,
  marker: isReference,
  'marker-start': isReference,
  'marker-mid': isReference,
  'marker-end': isReference,
};

/**
 * Whether a value is one that every reader takes. Another may be a mistake to some, and then the property is what is
 * inherited.
 */
export function isSure(name: CostlyInherited, value: string): boolean {
  return SURE[name](value);
}
