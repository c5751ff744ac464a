import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import type { Box } from '../geometry.ts';
import { frameStyle } from '../svg/frame-svg.ts';
import { ownRect } from '../svg/own-rect.ts';
import { type SanitisedSvg, withRoot } from '../svg/sanitise-svg.ts';
import { boxText } from '../svg/view-box.ts';
import { cornerRadius } from './compose.ts';
import type { Layout } from './layout.ts';
import { placedSvg } from './place-svg.ts';
import { turnOf } from './turn.ts';

/**
 * The sanitised SVG as a variant: its own document with another size and viewBox where that does it, else inside of
 * one that turns it, frames it, puts a background behind it or rounds its corners off.
 * @param box what is shown, in the SVG's own coordinates
 */
export function encodeSvgVariant(svg: SanitisedSvg, box: Box, recipe: VariantRecipe, layout: Layout): Buffer {
  return isPlain(recipe, layout) ? cutOut(svg, box, layout) : framed(svg, box, recipe, layout);
}

/** Whether it shows the logo as it is, and nothing around it. */
function isPlain(recipe: VariantRecipe, layout: Layout): boolean {
  const { canvas, content } = layout;
  const { flop, flip, degrees } = turnOf(recipe);
  const isUpright = !flop && !flip && degrees === 0;
  const isCovered = content.width >= canvas.width && content.height >= canvas.height;
  return isUpright && isCovered && recipe.background === 'transparent' && cornerRadius(layout, recipe) === 0;
}

function cutOut(svg: SanitisedSvg, box: Box, { canvas, content }: Layout): Buffer {
  const [across, down] = [box.width / content.width, box.height / content.height];
  const shown = {
    x: box.x - content.x * across,
    y: box.y - content.y * down,
    width: canvas.width * across,
    height: canvas.height * down,
  };
  const attributes = {
    width: String(canvas.width),
    height: String(canvas.height),
    viewBox: boxText(shown),
    ...(Math.abs(across / down - 1) > 1e-9 ? { preserveAspectRatio: 'none' } : {}),
  };
  const kept = svg.root.attributes.filter(({ name }) => !(name in attributes));
  const placed = Object.entries(attributes).map(([name, value]) => ({ name, namespace: '', value }));
  return withRoot(svg, { ...svg.root, attributes: [...placed, ...kept] }).svg;
}

function framed(svg: SanitisedSvg, box: Box, recipe: VariantRecipe, layout: Layout): Buffer {
  const { width, height } = layout.canvas;
  const radius = Math.min(cornerRadius(layout, recipe), width / 2, height / 2);
  const shape = (fill: string) => {
    const { d, style } = ownRect({ x: 0, y: 0, width, height }, `fill:${fill}`, radius);
    return `<path d="${d}" style="${style}"/>`;
  };
  const ground = recipe.background === 'transparent' ? '' : shape(recipe.background);
  const content = ground + placedSvg(svg, box, recipe, layout);
  const id = unusedId(svg);
  const clipStyle = frameStyle(content, `clip-path:url(#${id})`);
  const clipped =
    radius > 0
      ? `<clipPath id="${id}">${shape('#000')}</clipPath><g clip-path="url(#${id})"${clipStyle}>${content}</g>`
      : content;
  const root = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${root}${frameStyle(content)}>${clipped}</svg>`);
}

function unusedId({ svg }: SanitisedSvg): string {
  let id = 'corners';
  while (svg.includes(id)) id += '_';
  return id;
}
