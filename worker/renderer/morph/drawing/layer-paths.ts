import { oklabOf, rgbOfOklab } from '../../colour/oklab.ts';
import { hexOf, type Rgb } from '../../colour/srgb.ts';
import type { Box } from '../../geometry.ts';
import { boxOf } from '../contour.ts';
import type { ColourPaint, Paint, Stroke } from '../flatten/paint.ts';
import type { Layer, Side } from '../pair/pair-pieces.ts';
import { type AnimatedAttribute, type AnimatedElement, even, jump, round, still } from './animated-element.ts';
import { gradientElement } from './gradient-element.ts';
import { movingPathData } from './path-data.ts';

/** The paths that draw a layer, and the gradients that they are painted with. */
interface LayerPaths {
  paths: AnimatedElement[];
  gradients: string[];
}

/**
 * The paths of a layer: one whose colours change, or, when a gradient has a part in it, two of one outline that
 * fade into one another.
 */
export function layerPaths(layer: Layer, idPrefix: string): LayerPaths {
  const { from, to, tracks } = layer;
  const data = movingPathData(tracks);
  const looks = [from.shape, to.shape];
  if (!looks.some(({ fill, stroke }) => fill?.kind === 'gradient' || stroke?.paint.kind === 'gradient')) {
    return { paths: [{ name: 'path', attributes: [data, ...mixedLook(from, to)] }], gradients: [] };
  }
  const ends = [false, true].map((isEnd) => {
    const contours = tracks.map((track) => ({ points: isEnd ? track.to : track.from, closed: track.closed }));
    return fadingLook(isEnd ? to : from, isEnd, boxOf(contours), `${idPrefix}${isEnd ? 'b' : 'a'}`);
  });
  return {
    paths: ends.map(({ attributes }) => ({ name: 'path', attributes: [data, ...attributes] })),
    gradients: ends.flatMap(({ gradients }) => gradients),
  };
}

/** What is missing at an end, a fill or a stroke, comes there with the colour of what there is. */
function mixedLook({ shape: from }: Side, { shape: to }: Side): AnimatedAttribute[] {
  const fill = mixedPaint('fill', from.fill, to.fill, from.stroke?.paint, to.stroke?.paint);
  const [start, end] = [from.stroke ?? to.stroke, to.stroke ?? from.stroke];
  if (!start || !end) return fill;
  return [
    ...fill,
    ...mixedPaint('stroke', from.stroke?.paint ?? from.fill ?? start.paint, to.stroke?.paint ?? to.fill ?? end.paint),
    even('stroke-width', from.stroke?.width ?? 0, to.stroke?.width ?? 0),
    ...strokeStyle(start, end),
  ];
}

function mixedPaint(
  property: string,
  from: Paint | undefined,
  to: Paint | undefined,
  insteadOfFrom?: Paint,
  insteadOfTo?: Paint,
): AnimatedAttribute[] {
  if (!from && !to) return [still(property, 'none')];
  const [start, end] = [colourOf(from ?? insteadOfFrom ?? to), colourOf(to ?? insteadOfTo ?? from)];
  if (!start || !end) return [still(property, 'none')];
  const [startOpacity, endOpacity] = [from?.opacity ?? 0, to?.opacity ?? 0];
  const colours: AnimatedAttribute =
    start.rgb === end.rgb
      ? still(property, hexOf(start.rgb))
      : { name: property, at: colourBetween(start.rgb, end.rgb), course: 'curved' };
  const opaque = startOpacity === 1 && endOpacity === 1;
  return opaque ? [colours] : [colours, even(`${property}-opacity`, startOpacity, endOpacity)];
}

/** The colours from one to another by way of OKLab, where even steps look even. */
function colourBetween(from: Rgb, to: Rgb): (t: number) => string {
  const [start, end] = [oklabOf(from), oklabOf(to)];
  const mix = (p: number, q: number, t: number) => p + (q - p) * t;
  return (t) => hexOf(rgbOfOklab({ l: mix(start.l, end.l, t), a: mix(start.a, end.a, t), b: mix(start.b, end.b, t) }));
}

function strokeStyle(start: Stroke, end: Stroke): AnimatedAttribute[] {
  return [
    jump('stroke-linecap', start.cap, end.cap),
    jump('stroke-linejoin', start.join, end.join),
    even('stroke-miterlimit', start.miter, end.miter),
    ...dashing(start, end),
  ];
}

/** Dashes grow until they close the gaps where the other line is solid. */
function dashing(start: Stroke, end: Stroke): AnimatedAttribute[] {
  if (start.dashes.length === 0 && end.dashes.length === 0) return [];
  const closed = (dashes: readonly number[]) =>
    dashes.map((length, i) => (i % 2 === 0 ? length + (dashes[i + 1] ?? 0) : 0));
  const from = start.dashes.length > 0 ? start.dashes : closed(end.dashes);
  const to = end.dashes.length > 0 ? end.dashes : closed(start.dashes);
  const offset = even('stroke-dashoffset', start.dashOffset, end.dashOffset);
  if (from.length !== to.length) return [jump('stroke-dasharray', from.join(' '), to.join(' ')), offset];
  const at = (t: number) => from.map((length, i) => round(length + ((to[i] ?? 0) - length) * t, 3)).join(' ');
  return [{ name: 'stroke-dasharray', at, course: 'even' }, offset];
}

function colourOf(paint: Paint | undefined): ColourPaint | undefined {
  return paint?.kind === 'colour' ? paint : undefined;
}

/** The share of the morph that is left when the look of its end covers that of its start, which then goes. */
const REST = 0.2;

/** The look of one end, there alone at that end and gone at the other. That of the second logo covers the other. */
function fadingLook({ shape }: Side, isEnd: boolean, box: Box, id: string) {
  const gradients: string[] = [];
  const paint = (property: 'fill' | 'stroke', of: Paint | undefined): AnimatedAttribute[] => {
    if (!of) return [still(property, 'none')];
    const share = (t: number) => Math.min(1, isEnd ? t / (1 - REST) : (1 - t) / REST);
    const opacity: AnimatedAttribute = {
      name: `${property}-opacity`,
      at: (t) => `${round(share(t) * of.opacity, 3)}`,
      course: 'curved',
    };
    if (of.kind === 'colour') return [still(property, hexOf(of.rgb)), opacity];
    gradients.push(gradientElement(`${id}-${property}`, of, box));
    return [still(property, `url(#${id}-${property})`), opacity];
  };
  const { fill, stroke } = shape;
  const attributes = [
    ...paint('fill', fill),
    ...(stroke
      ? [...paint('stroke', stroke.paint), still('stroke-width', stroke.width), ...strokeStyle(stroke, stroke)]
      : []),
  ];
  return { attributes, gradients };
}
