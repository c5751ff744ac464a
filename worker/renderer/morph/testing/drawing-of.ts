import type { VectorLogo } from '../../open-logo.ts';
import { sanitiseSvg } from '../../svg/sanitise-svg.ts';
import type { TestLogo } from '../../testing/logos.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { morphDrawing } from '../morph-drawing.ts';
import { drawStill } from '../still.ts';

/** Of what tests draw. */
export const SIZE = { width: 160, height: 160 };

/** The drawing of one logo that becomes another, if they can be followed. */
export async function drawingOf(from: TestLogo, to: TestLogo): Promise<Drawing | undefined> {
  const ends = await Promise.all(
    [from, to].map(async ({ bytes }) => {
      const logo: VectorLogo = { kind: 'vector', svg: sanitiseSvg(bytes) };
      return { svg: logo.svg, still: await drawStill(logo, SIZE) };
    }),
  );
  const [start, end] = ends;
  return start && end && morphDrawing(start, end, SIZE);
}
