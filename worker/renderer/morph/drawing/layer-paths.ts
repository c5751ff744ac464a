import type { Box } from '../../geometry.ts';
import { boxOf } from '../contour.ts';
import type { ColourPaint, Paint, Stroke } from '../flatten/paint.ts';
import { colourBetween, hex } from '../mix-colour.ts';
import type { Layer, Side } from '../pair/pair-pieces.ts';
import { type AnimatedAttribute, type AnimatedElement, even, jump, still } from './animated-element.ts';
import { gradientElement } from './gradient-element.ts';
import { movingPathData } from './path-data.ts';

/** The paths that draw a layer, and the gradients that they are painted with. */
export interface LayerPaths {
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

function mixedLook({ shape: from }: Side, { shape: to }: Side): AnimatedAttribute[] {
  return [...mixedPaint('fill', from.fill, to.fill), ...mixedStroke(from.stroke, to.stroke)];
}

function mixedPaint(property: string, from: Paint | undefined, to: Paint | undefined): AnimatedAttribute[] {
  const [start, end] = [colourOf(from ?? to), colourOf(to ?? from)];
  if (!start || !end) return [still(property, 'none')];
  const [startOpacity, endOpacity] = [from?.opacity ?? 0, to?.opacity ?? 0];
  const colours: AnimatedAttribute =
    hex(start.rgb) === hex(end.rgb)
      ? still(property, hex(start.rgb))
      : { name: property, at: colourBetween(start.rgb, end.rgb), course: 'curved' };
  const opaque = startOpacity === 1 && endOpacity === 1;
  return opaque ? [colours] : [colours, even(`${property}-opacity`, startOpacity, endOpacity)];
}

/** A stroke that is missing at an end gets there by its width. */
function mixedStroke(from: Stroke | undefined, to: Stroke | undefined): AnimatedAttribute[] {
  const [start, end] = [from ?? to, to ?? from];
  if (!start || !end) return [];
  return [
    ...mixedPaint('stroke', start.paint, end.paint),
    even('stroke-width', from?.width ?? 0, to?.width ?? 0),
    ...strokeStyle(start, end),
  ];
}

function strokeStyle(start: Stroke, end: Stroke): AnimatedAttribute[] {
  return [
    jump('stroke-linecap', start.cap, end.cap),
    jump('stroke-linejoin', start.join, end.join),
    even('stroke-miterlimit', start.miter, end.miter),
  ];
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
      at: (t) => `${Math.round(share(t) * of.opacity * 1000) / 1000}`,
      course: 'curved',
    };
    if (of.kind === 'colour') return [still(property, hex(of.rgb)), opacity];
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
