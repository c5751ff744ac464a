import assert from 'node:assert/strict';
import { test } from 'node:test';
import { svgLogo } from '../../testing/real-logos.ts';
import { drawFrame } from '../morph-drawing.ts';
import { drawingOf, SIZE } from '../testing/drawing-of.ts';
import type { Drawing } from './drawing.ts';
import '../../testing/render-all.ts';

test('what is above is above in the drawing order of the nearer end', async () => {
  const two = (first: string, second: string) =>
    svgLogo(
      `<rect x="10" y="10" width="60" height="60" fill="${first}"/><circle cx="60" cy="60" r="30" fill="${second}"/>`,
    );
  const swapped = svgLogo(
    '<circle cx="60" cy="60" r="30" fill="#00ff00"/><rect x="10" y="10" width="60" height="60" fill="#ff0000"/>',
  );
  const drawing = await drawingOf(two('#ff0000', '#00ff00'), swapped);
  assert.ok(drawing);
  assert.equal(await colourAt(drawing, 0.2, 90), '00ff00ff');
  assert.equal(await colourAt(drawing, 0.8, 90), 'ff0000ff');
});

test('a plate without a partner stays behind what it was behind, all the way, and comes from behind', async () => {
  const mark = '<circle cx="50" cy="50" r="40" fill="#ff0000"/>';
  const [plated, alone] = [svgLogo(`<rect width="100" height="100" fill="#0000ff"/>${mark}`), svgLogo(mark)];
  for (const [from, to] of [
    [plated, alone],
    [alone, plated],
  ] as const) {
    const drawing = await drawingOf(from, to);
    assert.ok(drawing);
    for (let t = 0; t <= 1; t += 0.1) assert.equal(await colourAt(drawing, t, 80), 'ff0000ff');
  }
});

test('what changes places with nothing that it overlaps at one end keeps its place', async () => {
  const apart = svgLogo('<circle cx="20" cy="20" r="18" fill="#ff0000"/><rect x="45" y="45" width="50" height="50"/>');
  const over = svgLogo('<rect width="100" height="100"/><circle cx="50" cy="50" r="40" fill="#ff0000"/>');
  for (const [from, to] of [
    [apart, over],
    [over, apart],
  ] as const) {
    const drawing = await drawingOf(from, to);
    assert.ok(drawing);
    assert.deepEqual(drawing.paths, drawing.pathsAtEnd);
    assert.match(drawing.paths[0]?.attributes.find(({ name }) => name === 'fill')?.at(0.4) ?? '', /#000000/);
  }
});

/** The colour, `rrggbbaa`, of a frame where both coordinates are so many pixels. */
async function colourAt(drawing: Drawing, t: number, place: number): Promise<string> {
  const at = (place * SIZE.width + place) * 4;
  return (await drawFrame(drawing, t)).data.subarray(at, at + 4).toString('hex');
}
