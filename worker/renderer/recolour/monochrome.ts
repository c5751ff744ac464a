import { type LogoColours, logoColours } from '../colour/logo-colours.ts';
import { svgColours } from '../colour/look.ts';
import { rgbOfHex } from '../colour/srgb.ts';
import type { Raster } from '../raster.ts';
import { ownRect } from '../svg/own-rect.ts';
import { type SanitisedSvg, withRoot } from '../svg/sanitise-svg.ts';
import { attributeOf, elementsIn, SVG_NAMESPACE, type SvgElement, type SvgNode } from '../svg/svg-element.ts';
import { inkCoverage } from './ink-coverage.ts';
import { recolourRaster } from './recolour-raster.ts';
import { recolourSvg } from './recolour-svg.ts';

/**
 * An SVG in one colour (`#rrggbb`): its paints replaced, or where `inkCoverage` tells tones, that colour seen through
 * the SVG as a mask.
 * @param known its colours, if they have been found
 */
export async function monochromeSvg(svg: SanitisedSvg, colour: string, known?: LogoColours): Promise<SanitisedSvg> {
  const colours = known ?? (await svgColours(svg));
  const coverage = colours && inkCoverage(colours);
  if (!coverage) return recolourSvg(svg, () => rgbOfHex(colour));
  return throughMask(await recolourSvg(svg, coverage), colour);
}

/**
 * A raster in one colour (`#rrggbb`): its alpha, less where `inkCoverage` tells tones.
 * @param colours those of the logo that it shows, if it shows anything
 */
export function monochromeRaster(raster: Raster, colour: string, colours = logoColours(raster)): Raster {
  const coverage = colours && inkCoverage(colours);
  const covered = coverage && recolourRaster(raster, colours, coverage);
  const data = Buffer.alloc(raster.data.length);
  const [red = 0, green = 0, blue = 0] = Buffer.from(colour.slice(1), 'hex');
  for (let at = 0; at < data.length; at += 4) {
    const alpha = raster.data[at + 3] ?? 0;
    data[at] = red;
    data[at + 1] = green;
    data[at + 2] = blue;
    data[at + 3] = covered ? Math.round((alpha * (covered.data[at] ?? 0)) / 255) : alpha;
  }
  return { ...raster, data };
}

/** A rectangle of a colour, seen where and as far as an SVG is light (CSS Masking 1 § 6: a luminance mask). */
function throughMask(svg: SanitisedSvg, colour: string): SanitisedSvg {
  const { x, y, width, height } = svg.viewBox;
  const box = { x: `${x}`, y: `${y}`, width: `${width}`, height: `${height}` };
  const ink = freeId(svg.root, 'ink');
  // Style rules may be for the id that the root has.
  const art = attributeOf(svg.root, 'id') ?? freeId(svg.root, 'art');
  const inherited = svg.root.attributes.filter(({ name }) => name !== 'viewBox');
  const attributes = Object.fromEntries(inherited.map(({ name, value }) => [name, value]));
  const root = {
    ...svg.root,
    attributes: svg.root.attributes.filter(({ name }) => name === 'viewBox'),
    children: [
      // Not in the mask itself, or style rules for masks would be for all of it.
      element('defs', {}, [element('g', { ...attributes, id: art }, svg.root.children)]),
      element('mask', { id: ink, maskUnits: 'userSpaceOnUse', ...box }, [element('use', { href: `#${art}` })]),
      element('path', { ...ownRect(svg.viewBox, `fill:${colour};mask:url(#${ink})`) }),
    ],
  };
  return withRoot(svg, root);
}

function element(name: string, attributes: Readonly<Record<string, string>>, children: SvgNode[] = []): SvgElement {
  return {
    name,
    namespace: SVG_NAMESPACE,
    attributes: Object.entries(attributes).map(([name, value]) => ({ name, namespace: '', value })),
    children,
  };
}

function freeId(root: SvgElement, wanted: string): string {
  const used = new Set([...elementsIn(root)].map((element) => attributeOf(element, 'id')));
  let id = wanted;
  while (used.has(id)) id += '-';
  return id;
}
