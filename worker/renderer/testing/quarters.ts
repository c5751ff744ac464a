import { paint, type TestLogo } from './logos.ts';
import type { Rgba } from './pixels.ts';
import { svgLogo } from './real-logos.ts';

export const RED: Rgba = [220, 0, 0, 255];
export const GREEN: Rgba = [0, 160, 0, 255];
export const BLUE: Rgba = [0, 0, 220, 255];
export const YELLOW: Rgba = [230, 220, 0, 255];

const ROWS = [
  [RED, GREEN],
  [BLUE, YELLOW],
] as const;

/** Twice as wide as high, of four quarters: red, green, blue and yellow, which tell how it is turned. 80 × 40. */
export async function quarters(format: 'svg' | 'png'): Promise<TestLogo> {
  if (format === 'svg') return svgLogo(squares(0, 0), 'viewBox="0 0 80 40"');
  return {
    format,
    bytes: await paint(80, 40, (x, y) => colourIn(x, y))
      .png()
      .toBuffer(),
  };
}

/** The same with an edge of 10 around it, transparent or of a colour. 100 × 60. */
export async function edgedQuarters(format: 'svg' | 'png', edge: Readonly<Rgba>): Promise<TestLogo> {
  if (format === 'svg') {
    const [red, green, blue, alpha] = edge;
    const ground = `<rect width="100" height="60" fill="rgba(${red},${green},${blue},${alpha / 255})"/>`;
    return svgLogo(ground + squares(10, 10), 'viewBox="0 0 100 60"');
  }
  const isInside = (x: number, y: number) => x >= 10 && x < 90 && y >= 10 && y < 50;
  const picture = paint(100, 60, (x, y) => (isInside(x, y) ? colourIn(x - 10, y - 10) : edge));
  return { format, bytes: await picture.png().toBuffer() };
}

function colourIn(x: number, y: number): Rgba {
  const [top, bottom] = ROWS;
  const [left, right] = y < 20 ? top : bottom;
  return x < 40 ? left : right;
}

function squares(x: number, y: number): string {
  return [0, 1]
    .flatMap((row) => [0, 1].map((column) => ({ row, column, colour: colourIn(column * 40, row * 20) })))
    .map(({ row, column, colour: [red, green, blue] }) => {
      const place = `x="${x + column * 40}" y="${y + row * 20}" width="40" height="20"`;
      return `<rect ${place} fill="rgb(${red},${green},${blue})"/>`;
    })
    .join('');
}
