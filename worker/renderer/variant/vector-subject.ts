import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import { emptyLogo } from '../artwork.ts';
import { type Box, centredBox, intersection, sizeOfSide } from '../geometry.ts';
import { rasteriseElements, rasteriseSvg } from '../rasterise-svg.ts';
import { limitPart } from '../svg/cost/limit-drawing.ts';
import { drawable } from '../svg/drawable.ts';
import type { SanitisedSvg } from '../svg/sanitise-svg.ts';
import { inColourSpace } from './colour.ts';
import { placedSvg } from './place-svg.ts';
import type { Subject } from './subject.ts';
import { colourAt, exactTrimBox, isSeen } from './trim-box.ts';

/** The longest side, in pixels, of the drawing that the edges are looked for in. */
const LOOK_SIDE = 512;

/** The subject of an SVG: drawn from its vectors, at the size that it is wanted in. */
export async function vectorSubject(svg: SanitisedSvg, recipe: VariantRecipe): Promise<Subject> {
  const box = await takenBox(svg, recipe);
  limitPart(svg.root, box);
  return {
    box,
    draw: async (layout) => {
      const { canvas } = layout;
      const drawn = await rasteriseElements(
        placedSvg(drawable(svg), box, recipe, layout),
        { x: 0, y: 0, ...canvas },
        canvas,
      );
      return [await inColourSpace(drawn, recipe)];
    },
    delays: [],
    loop: 0,
  };
}

/** The box of an SVG's coordinates that crop and trim leave. */
async function takenBox(svg: SanitisedSvg, { crop, trim }: VariantRecipe): Promise<Box> {
  const { viewBox } = svg;
  const cropped = crop
    ? { x: viewBox.x + crop.left, y: viewBox.y + crop.top, width: crop.width, height: crop.height }
    : viewBox;
  return trim ? trimmedBox(svg, cropped) : cropped;
}

async function trimmedBox(svg: SanitisedSvg, whole: Box): Promise<Box> {
  const { raster, inUnits } = await look(svg, whole);
  const edge = colourAt(raster, 0, 0);
  const coarse = exactTrimBox(raster, edge);
  if (!coarse) {
    if (isSeen(edge)) return whole;
    throw emptyLogo();
  }
  // Two pixels more on each side, because the coarse box is only as exact as its pixels.
  const near = centredBox(inUnits(coarse), inUnits({ ...coarse, width: coarse.width + 4, height: coarse.height + 4 }));
  const nearer = await look(svg, intersection(near, whole));
  const fine = exactTrimBox(nearer.raster, edge);
  return fine ? nearer.inUnits(fine) : inUnits(coarse);
}

/** Draws a box, and tells how to go from boxes of pixels of the drawing to those of the SVG's coordinates. */
async function look(svg: SanitisedSvg, box: Box) {
  const size = sizeOfSide(box, LOOK_SIDE);
  const [across, down] = [box.width / size.width, box.height / size.height];
  const inUnits = ({ x, y, width, height }: Box): Box => ({
    x: box.x + x * across,
    y: box.y + y * down,
    width: width * across,
    height: height * down,
  });
  return { raster: await rasteriseSvg(svg, box, size), inUnits };
}
