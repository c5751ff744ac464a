import type { Artwork } from '../artwork.ts';
import { containScale } from '../geometry.ts';
import type { KitFile } from './catalogue/kit-file.ts';

/** From here on it can be seen that a picture was enlarged. */
const VISIBLE = 1.5;

/** A warning when pixels of a raster logo are enlarged in the pictures of a kit, of the one where they are most. */
export function enlargementWarning(files: readonly KitFile[], { ink, whole }: Artwork): string | undefined {
  let most = { name: '', scale: VISIBLE };
  for (const file of files) {
    if (file.kind !== 'png' || typeof file.drawing.within === 'string') continue;
    const { trimmed, within } = file.drawing;
    const scale = containScale(trimmed ? ink : whole.size, within);
    if (scale > most.scale) most = { name: file.name, scale };
  }
  if (most.name === '') return undefined;
  const { width, height } = ink;
  return (
    `${most.name}: the ${width} x ${height} pixels of the logo are enlarged ${most.scale.toFixed(1)} times, ` +
    'which blurs it: an SVG or a larger picture would be sharp'
  );
}
