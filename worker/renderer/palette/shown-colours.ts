import type { LogoColours } from '../colour/logo-colours.ts';
import { distance, type Oklab } from '../colour/oklab.ts';
import { paperOf } from '../colour/paper.ts';
import type { Rgb } from '../colour/srgb.ts';

/** A colour of a palette. */
export interface ShownColour {
  rgb: Rgb;
  lab: Oklab;
  /** Of the ink, 0 to 1. */
  share: number;
}

/** Of less than this share of a logo, a colour is noise. */
const LEAST_SHARE = 0.002;

interface Cluster {
  /** The middle of its colours. */
  lab: Oklab;
  share: number;
  members: ShownColour[];
}

/**
 * At most so many colours that show what a logo is made of, by their share, largest first. When it has more, those are
 * taken together that are least of a loss, by Ward's method in OKLab. Each is a colour that the logo has.
 */
export function shownColours(colours: LogoColours, most: number): ShownColour[] {
  const paper = paperOf(colours);
  const ink = colours.flats.filter(({ share }, index) => share >= LEAST_SHARE && index !== paper);
  const total = ink.reduce((sum, { share }) => sum + share, 0);
  const clusters: Cluster[] = ink.map((colour) => ({ ...colour, members: [colour] }));
  while (clusters.length > most) joinNearest(clusters);
  return clusters
    .map((cluster) => ({ ...middleOf(cluster), share: cluster.share / total }))
    .sort((a, b) => b.share - a.share);
}

function joinNearest(clusters: Cluster[]): void {
  let [one, other, least] = [0, 1, Number.POSITIVE_INFINITY];
  clusters.forEach((a, i) => {
    for (const [offset, b] of clusters.slice(i + 1).entries()) {
      const loss = ((a.share * b.share) / (a.share + b.share)) * distance(a.lab, b.lab) ** 2;
      if (loss < least) [one, other, least] = [i, i + 1 + offset, loss];
    }
  });
  const [taken] = clusters.splice(other, 1);
  const kept = clusters[one];
  if (kept && taken) clusters[one] = join(kept, taken);
}

function join(a: Cluster, b: Cluster): Cluster {
  const share = a.share + b.share;
  const mean = (axis: 'l' | 'a' | 'b') => (a.lab[axis] * a.share + b.lab[axis] * b.share) / share;
  return { lab: { l: mean('l'), a: mean('a'), b: mean('b') }, share, members: [...a.members, ...b.members] };
}

/** The member that is nearest to the middle. */
function middleOf({ lab, members }: Cluster): ShownColour {
  return members.reduce((best, member) => (distance(member.lab, lab) < distance(best.lab, lab) ? member : best));
}
