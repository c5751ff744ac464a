import type { Raster } from '../raster.ts';
import { addWeight, countColours, countedRows } from './count-colours.ts';
import { rgbAt } from './flat-pixels.ts';
import { indexOfNearest } from './nearest-colour.ts';
import { distance, type Oklab, oklabOf } from './oklab.ts';
import type { Rgb } from './srgb.ts';
import { thinColours } from './thin-colours.ts';

/** A colour that fills areas of a logo, or one step of its gradients. */
interface FlatColour {
  rgb: Rgb;
  lab: Oklab;
  /** Of all that is flat, 0 to 1. */
  share: number;
}

/** More steps are not told apart, so that a photograph takes no longer than a gradient. */
const MOST_FLATS = 64;
/**
 * How far a flat colour varies from a pixel to the next, see `markRow`, and how near (in OKLab) two are that are one:
 * where nothing but rounding is off, the difference can hardly be seen; JPEG does more to small pictures.
 */
const CLEAN = { tolerance: 4, same: 0.03 };
const NOISY = { tolerance: 12, same: 0.08 };
/** With less of its ink in flat areas, a picture is taken for a noisy one. */
const CLEAN_SHARE = 0.3;
/** With less even so, it is a photograph, or of strokes finer than pixels. */
const LEAST_FLAT = 0.1;

export interface FlatColours {
  /** By their share, largest first. */
  flats: readonly FlatColour[];
  /** Those of them that are but in strokes too thin to be flat. */
  thin: ReadonlySet<Rgb>;
  /** What flat areas were told by, see `markRow`. */
  tolerance: number;
  /** Whether hardly anything is flat, as in a photograph or noise, so that `flats` stand for all colours of a picture. */
  isPicture: boolean;
}

/** The colours of a raster. */
export function flatColours(raster: Raster): FlatColours {
  const clean = countColours(raster, CLEAN.tolerance);
  const isClean = clean.flatInk >= clean.ink * CLEAN_SHARE;
  const { tolerance, same } = isClean ? CLEAN : NOISY;
  const { flat, other, ink, flatInk } = isClean ? clean : countColours(raster, tolerance);
  if (flatInk === 0 || flatInk < ink * LEAST_FLAT) {
    return { flats: merged(everyColour(raster), CLEAN.same), thin: new Set(), tolerance, isPicture: true };
  }
  const flats = merged(flat, same);
  const known = flats.map(({ rgb }) => rgb);
  const thin = new Map(thinColours(other, known, ink));
  if (thin.size === 0) return { flats, thin: new Set(), tolerance, isPicture: false };
  for (const [rgb, pixels] of thin) flat.set(rgb, pixels * 255);
  return { flats: merged(flat, same), thin: new Set(thin.keys()), tolerance, isPicture: false };
}

function everyColour(raster: Raster): Map<Rgb, number> {
  const weights = new Map<Rgb, number>();
  const rowBytes = raster.width * 4;
  for (const y of countedRows(raster)) {
    for (let at = y * rowBytes; at < (y + 1) * rowBytes; at += 4) {
      addWeight(weights, rgbAt(raster.data, at), raster.data[at + 3] ?? 0);
    }
  }
  return weights;
}

/** The colours, of which those nearer than `same` are one: the one that there is most of. */
function merged(weights: ReadonlyMap<Rgb, number>, same: number): FlatColour[] {
  const flats: FlatColour[] = [];
  let total = 0;
  for (const [rgb, weight] of byCell(weights)) {
    const lab = oklabOf(rgb);
    const nearest = flats[indexOfNearest(flats, lab)];
    if (!nearest || (flats.length < MOST_FLATS && distance(nearest.lab, lab) >= same)) {
      flats.push({ rgb, lab, share: weight });
    } else {
      nearest.share += weight;
    }
    total += weight;
  }
  return flats.map((flat) => ({ ...flat, share: flat.share / total })).sort((a, b) => b.share - a.share);
}

/**
 * The weights of all colours that are alike in the first five bits of each channel, under the heaviest of them: those
 * of most weight first, and of equals the darkest, because the order of pixels must not show.
 */
function byCell(weights: ReadonlyMap<Rgb, number>): [Rgb, number][] {
  const cells = new Map<number, { rgb: Rgb; most: number; weight: number }>();
  for (const [rgb, weight] of weights) {
    const cell = cells.get(rgb & 0xf8f8f8);
    if (!cell) {
      cells.set(rgb & 0xf8f8f8, { rgb, most: weight, weight });
      continue;
    }
    cell.weight += weight;
    if (weight > cell.most || (weight === cell.most && rgb < cell.rgb)) [cell.rgb, cell.most] = [rgb, weight];
  }
  return Array.from(cells.values(), ({ rgb, weight }): [Rgb, number] => [rgb, weight]).sort(
    ([a, x], [b, y]) => y - x || a - b,
  );
}
