import type { Box } from '../../geometry.ts';
import { isElement, type SvgElement } from '../svg-element.ts';
import { SVG_LIMITS } from '../svg-limits.ts';
import { tooComplex } from '../too-complex.ts';
import { Budget } from './budget.ts';
import { MARKERS } from './costly-properties.ts';
import { type Declarations, declarationsIn } from './declared-values.ts';
import { filterFunctionsWork, filterWork, WORK_SIDE } from './filter-work.ts';
import { type Inherited, inherit } from './inherited.ts';
import type { Outline } from './outline.ts';
import { gradientWork, patternWork } from './paint-work.ts';
import { References } from './references.ts';
import { Shapes } from './shape-work.ts';
import { type Stroke, strokeOf } from './stroke.ts';
import { innerStretch } from './viewport.ts';

/** What is drawn only where something refers to it, or never. */
const NOT_DRAWN = new Set([
  ...['defs', 'symbol', 'clipPath', 'mask', 'marker', 'pattern', 'linearGradient', 'radialGradient', 'filter'],
  ...['style', 'title', 'desc'],
]);
const MARKED = new Set(['path', 'polygon', 'polyline', 'line']);
const SHAPES = new Set([...MARKED, 'rect', 'circle', 'ellipse']);

/** The smallest longer side of a part that was looked at of each tree. */
const lookedAt = new WeakMap<SvgElement, number>();

/**
 * Does what `limitDrawing` does, unless a part of the tree that is no larger was looked at: filters and patterns cost
 * more the larger they are drawn.
 * @throws ProblemError 'logo-too-complex' or 'unreadable-logo'
 */
export function limitPart(root: SvgElement, part: Box): void {
  const known = lookedAt.get(root);
  if (known === undefined || Math.max(part.width, part.height) < known) limitDrawing(root, part);
}

/** Where in the drawing an element is. */
interface Context {
  inherited: Inherited;
  /** The largest factor from its units to those of the root. */
  scale: number;
  /** How much more one direction is stretched than another. */
  ratio: number;
  /** Whether its units and its origin may be others than the root's. */
  moved: boolean;
  /** What each thing that is drawn costs on top, because clip paths are around it. */
  clip: number;
  /** Layers around it. */
  layers: number;
}

/**
 * Refuses a tree whose drawing would take too long or too much memory, by an estimate of the work: a unit is about a
 * millisecond of librsvg on one core at WORK_SIDE pixels, and is meant to be too much rather than too little. What is
 * repeated by references counts each time, and every value that style sheets may give is taken to be given.
 * @param box what is drawn of it, in units of the root
 * @returns how often each `image` is drawn
 * @throws ProblemError 'logo-too-complex', or 'unreadable-logo' when an element refers to itself
 */
export function limitDrawing(root: SvgElement, box: Box): ReadonlyMap<SvgElement, number> {
  const side = Math.max(box.width, box.height);
  const budget = new Budget();
  const shapes = new Shapes();
  const references = new References(root);
  const declarationsOf = declarationsIn(root);
  const pictures = new Map<SvgElement, number>();
  enter(root, { inherited: {}, scale: 1, ratio: 1, moved: false, clip: 0, layers: 0 });
  lookedAt.set(root, side);
  return pictures;

  function enter(element: SvgElement, around: Context): void {
    references.entering(element, () => draw(element, around));
  }

  function draw(element: SvgElement, around: Context): void {
    const declared = declarationsOf(element);
    budget.spend('elements', 0.02 + 0.002 * [...declared.values()].reduce((sum, { values }) => sum + values.size, 0));
    const { scale, ratio, moved } = element === root ? around : innerStretch(element, declared, side);
    const context = drawLayers(declared, {
      ...around,
      inherited: inherit(around.inherited, declared),
      scale: around.scale * scale,
      ratio: around.ratio * ratio,
      moved: around.moved || moved,
    });
    if (SHAPES.has(element.name)) drawShape(element, declared, context);
    else if (element.name === 'text') drawText(element, context);
    else if (element.name === 'image') drawPicture(element, context);
    else if (element.name === 'use') drawUsed(element, context);
    else drawChildren(element, context);
  }

  function drawChildren(element: SvgElement, context: Context): void {
    for (const child of element.children) if (isElement(child) && !NOT_DRAWN.has(child.name)) enter(child, context);
  }

  function drawUsed(element: SvgElement, context: Context): void {
    const target = references.byHref(element);
    if (target) enter(target, context);
  }

  /** Draws a clip path, mask, marker or pattern: it inherits from where it stands, not from what refers to it. */
  function drawApart(element: SvgElement, context: Context): number {
    return budget.measure(() =>
      enter(element, { ...context, inherited: references.inheritedBy(element, declarationsOf) }),
    );
  }

  /** What is around the content of an element that says so: layers of its own, and clip paths. */
  function drawLayers(declared: Declarations, context: Context): Context {
    const values = (name: string) => [...(declared.get(name)?.values ?? [])];
    const [masks, filters] = [references.of('mask', declared), references.of('filter', declared)];
    const functions = values('filter').reduce((sum, value) => sum + filterFunctionsWork(value), 0);
    const blends = values('mix-blend-mode').some((value) => value !== 'normal');
    const fades = values('opacity').some((value) => Number(value) !== 1) || values('isolation').includes('isolate');
    let { clip, layers } = context;
    if (masks.length + filters.length + functions > 0 || blends || fades) {
      layers++;
      if (layers > SVG_LIMITS.layers) throw tooComplex(layers, 'or more layers inside one another', SVG_LIMITS.layers);
      budget.spend('layers', blends ? 6 : 1);
    }
    const unit = (context.scale * WORK_SIDE) / side;
    const seen = context.moved ? undefined : box;
    budget.spend('filters', functions + filters.reduce((sum, filter) => sum + filterWork(filter, unit, seen), 0));
    for (const mask of masks) {
      budget.spend('layers', 4);
      drawApart(mask, { ...context, layers: layers + 1 });
    }
    for (const path of references.of('clip-path', declared)) clip += 0.1 + drawApart(path, context) / 2;
    return { ...context, clip, layers };
  }

  function drawShape(element: SvgElement, declared: Declarations, context: Context): void {
    const outline = shapes.outline(element, declared, side);
    const stroke = strokeOf(context.inherited, side);
    budget.spend('shapes', (stroke ? 0.45 : 0.15) + context.clip);
    budget.spend('outlines', shapes.work(outline, context.ratio, stroke));
    drawPaints(outline.extent, stroke, context);
    if (MARKED.has(element.name)) drawMarkers(outline, stroke, context);
  }

  /** @param extent of what is painted, in its own units */
  function drawPaints(extent: number, stroke: Stroke | undefined, context: Context): void {
    const paints = [...(context.inherited.fill ?? []), ...(stroke ? (context.inherited.stroke ?? []) : [])];
    for (const server of paints.flatMap((paint) => references.inValue(paint))) {
      const chain = references.chainOf(server);
      if (server.name !== 'pattern') {
        budget.spend('paints', gradientWork(chain));
        continue;
      }
      budget.spend('paints', patternWork(chain, { extent, scale: context.scale, side }));
      // The first of a chain that has any content is the one that is drawn.
      for (const pattern of chain) drawApart(pattern, context);
    }
  }

  function drawMarkers({ vertices }: Outline, stroke: Stroke | undefined, context: Context): void {
    const values = MARKERS.flatMap((name) => [...(context.inherited[name] ?? [])]);
    for (const marker of values.flatMap((value) => references.inValue(value))) {
      const once = drawApart(marker, { ...context, scale: context.scale * Math.max(1, stroke?.width ?? 1) });
      budget.spend('markers', (once + 0.1) * vertices);
    }
  }

  function drawText(element: SvgElement, context: Context): void {
    const characters = charactersIn(element);
    if (characters > SVG_LIMITS.textCharacters) {
      throw tooComplex(characters, 'characters in a text', SVG_LIMITS.textCharacters);
    }
    budget.spend('text', characters * (strokeOf(context.inherited, side) ? 2 : 0.5) + context.clip);
    drawRuns(element, context);
  }

  /** Each text between tags is painted by itself, and taken to be as large as the picture. */
  function drawRuns(element: SvgElement, context: Context): void {
    for (const child of element.children) {
      if (!isElement(child)) drawPaints(side / (context.scale || 1), strokeOf(context.inherited, side), context);
      else drawRuns(child, { ...context, inherited: inherit(context.inherited, declarationsOf(child)) });
    }
  }

  function drawPicture(element: SvgElement, context: Context): void {
    pictures.set(element, (pictures.get(element) ?? 0) + 1);
    budget.spend('pictures', 0.3 + context.clip);
  }
}

function charactersIn(element: SvgElement): number {
  return element.children.reduce((sum, child) => sum + (isElement(child) ? charactersIn(child) : child.length), 0);
}
