import type { LogoColours } from '../colour/logo-colours.ts';
import { chroma, distance, type Oklab, oklabOf } from '../colour/oklab.ts';
import { paperOf } from '../colour/paper.ts';
import type { Rgb } from '../colour/srgb.ts';
import { joinedGroups } from '../colour/touching.ts';
import type { ColourMap } from './colour-map.ts';
import { type ContrastRange, contrastRange, type Ground } from './contrast-range.ts';

/** Of what has to become more prominent, the differences of lightness that are kept. */
const KEPT_WHEN_MIRRORED = 0.25;
const KEPT_WHEN_LIFTED = 0.15;
/** The chroma from which on a colour is not mirrored all the way, and that from which on no further than needed. */
const COLOURFUL = { from: 0.05, to: 0.15 };
/** Colours that are so different have to stay so when one of them changes. */
const DIFFERENT = 0.25;
/** A smaller share of a group does not decide about it. */
const SHARE_THAT_COUNTS = 0.02;

type Tone = (lab: Oklab, range: ContrastRange) => number;

/**
 * Lightness mirrored: what is nearest to the ground becomes what is farthest from it. The more colourful a colour is, the
 * less: about as light or dark as white and black there is no colour.
 */
const mirrored: Tone = (lab, range) => {
  const now = range.prominence(lab);
  const colourful = Math.max(0, Math.min(1, (chroma(lab) - COLOURFUL.from) / (COLOURFUL.to - COLOURFUL.from)));
  const beyond = Math.max((1 - colourful) * (1 - now - range.least), KEPT_WHEN_MIRRORED * (range.least - now));
  return range.least + beyond;
};

/** Raised no further than the contrast needs: what was more prominent stays so. */
const lifted: Tone = (lab, range) => {
  const now = range.prominence(lab);
  return Math.max(now, range.least + KEPT_WHEN_LIFTED * now);
};

/**
 * Maps the colours of a logo to such as have a contrast with a ground. What has it stays. What has it not is mirrored
 * in its lightness, if it touches nothing that it would then be taken for; else it is raised just so far, and the order
 * of lightness among the colours that touch is kept: a white letter stays lighter than its blue plate. White or black
 * paper behind a logo, see `paperOf`, becomes the ground.
 */
export function darkMap(colours: LogoColours, ground: Ground): ColourMap {
  const range = contrastRange(ground);
  const paper = paperOf(colours);
  const tones = tonesOf(colours, paper, range);
  return (rgb) => {
    const index = colours.nearest(rgb);
    if (index === paper) return range.ground;
    return inTone(rgb, tones[index] ?? mirrored, range);
  };
}

function inTone(rgb: Rgb, tone: Tone, range: ContrastRange): Rgb {
  const holds = range.holds(rgb);
  if (holds && tone === mirrored) return rgb;
  const lab = oklabOf(rgb);
  const prominence = tone(lab, range);
  return holds && prominence <= range.prominence(lab) ? rgb : range.withProminence(lab, prominence);
}

/** How each flat colour is made more prominent: alike for all that touch, directly or through others. */
function tonesOf({ flats, touching }: LogoColours, paper: number | undefined, range: ContrastRange): Tone[] {
  const groups = joinedGroups(flats.length, touching, paper);
  const chosen = new Map<number, Tone>();
  return groups.map((group) => {
    const tone =
      chosen.get(group) ??
      toneOf(
        flats.filter((_, index) => groups[index] === group),
        range,
      );
    chosen.set(group, tone);
    return tone;
  });
}

function toneOf(group: LogoColours['flats'], range: ContrastRange): Tone {
  const total = group.reduce((sum, { share }) => sum + share, 0);
  const staying = group.filter(({ rgb }) => range.holds(rgb));
  const stays = staying.reduce((sum, { share }) => sum + share, 0);
  const changing = group.filter(({ rgb }) => !range.holds(rgb));
  if (changing.length === 0 || stays < total * SHARE_THAT_COUNTS) return mirrored;
  /** The least difference that is left between a colour that changes and one that stays. */
  const leftBy = (tone: Tone) => {
    const after = (rgb: Rgb) => oklabOf(inTone(rgb, tone, range));
    const stayed = staying.map(({ rgb, lab }) => ({ lab, after: after(rgb) }));
    return Math.min(
      ...changing.map(({ rgb, lab }) => {
        const changed = after(rgb);
        const apart = stayed.filter((other) => distance(lab, other.lab) >= DIFFERENT);
        return Math.min(...apart.map((other) => distance(changed, other.after)));
      }),
    );
  };
  return leftBy(mirrored) > leftBy(lifted) ? mirrored : lifted;
}
