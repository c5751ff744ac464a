import type { Palette, PaletteRecipe } from '@logomorph/contract/recipe/palette.ts';
import { emptyLogo } from '../artwork.ts';
import { contrastRatio } from '../colour/contrast.ts';
import { logoColours } from '../colour/logo-colours.ts';
import { lookAt } from '../colour/look.ts';
import { chroma, distance } from '../colour/oklab.ts';
import { paperOf } from '../colour/paper.ts';
import { BLACK, hexOf, type Rgb, WHITE } from '../colour/srgb.ts';
import type { OpenedLogo } from '../open-logo.ts';
import type { RenderedFile } from '../rendered-file.ts';
import { blurHash, thumbHash } from './placeholders.ts';
import { type ShownColour, shownColours } from './shown-colours.ts';

/** An accent has at least this chroma, and is at least so different from the dominant colour. */
const ACCENT = { chroma: 0.05, distance: 0.1 };
/** What graphics need (WCAG 2.2, 1.4.11). */
const GRAPHICS_CONTRAST = 3;
/** The share of the ink that needs the contrast: a letter inside of a plate needs it with the plate alone. */
const SHARE_IN_CONTRAST = 0.8;

/**
 * The colours of a logo as data, and placeholders for it: `palette.json`.
 * @throws ProblemError 'empty-logo' or 'unreadable-logo'
 */
export async function renderPalette(logo: OpenedLogo, recipe: PaletteRecipe): Promise<RenderedFile> {
  const raster = await lookAt(logo);
  const colours = logoColours(raster);
  const shown = colours ? shownColours(colours, recipe.colours) : [];
  const [dominant] = shown;
  if (!colours || !dominant) throw emptyLogo();
  const accent = accentOf(shown, dominant);
  const paper = colours.flats[paperOf(colours) ?? -1];
  const background = backgroundOf(shown);
  const { width, height } = logo.kind === 'vector' ? logo.svg.viewBox : logo.size;
  const palette: Palette = {
    dominant: hexOf(dominant.rgb),
    ...(accent && { accent: hexOf(accent.rgb) }),
    colours: shown.map(({ rgb, share }) => ({
      hex: hexOf(rgb),
      share: Number(share.toFixed(4)),
      contrastOnWhite: toldContrast(rgb, WHITE),
      contrastOnBlack: toldContrast(rgb, BLACK),
    })),
    ...(paper && { paper: hexOf(paper.rgb) }),
    background,
    blurHash: await blurHash(raster, background === 'dark' ? BLACK : WHITE),
    thumbHash: await thumbHash(raster),
    aspectRatio: Number((width / height).toPrecision(5)),
  };
  return {
    name: 'palette.json',
    mediaType: 'application/json',
    bytes: Buffer.from(`${JSON.stringify(palette, undefined, 2)}\n`),
  };
}

function accentOf(shown: readonly ShownColour[], dominant: ShownColour): ShownColour | undefined {
  return shown
    .filter(({ lab }) => chroma(lab) >= ACCENT.chroma && distance(lab, dominant.lab) >= ACCENT.distance)
    .toSorted((a, b) => chroma(b.lab) - chroma(a.lab))[0];
}

function backgroundOf(shown: readonly ShownColour[]): Palette['background'] {
  const shareOn = (ground: Rgb) =>
    shown.reduce((sum, { rgb, share }) => (contrastRatio(rgb, ground) >= GRAPHICS_CONTRAST ? sum + share : sum), 0);
  const [onWhite, onBlack] = [shareOn(WHITE), shareOn(BLACK)];
  if (Math.min(onWhite, onBlack) >= SHARE_IN_CONTRAST) return 'either';
  return onBlack > onWhite ? 'dark' : 'light';
}

/** Rounded down, because a contrast just below what a rule asks for breaks it. */
function toldContrast(rgb: Rgb, ground: Rgb): number {
  return Math.floor(contrastRatio(rgb, ground) * 100 + 1e-9) / 100;
}
