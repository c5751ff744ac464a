import { type Box, centredBox, type Size } from '../geometry.ts';
import type { SanitisedSvg } from './sanitise-svg.ts';

/**
 * Elements of SVG seen through a frame: an outer svg whose viewBox is `frame`. With a size the frame is stretched to it.
 * @param size in CSS pixels
 */
export function frameElements(elements: string, frame: Box, size?: Size): Buffer {
  const stretched = size ? ` width="${size.width}" height="${size.height}" preserveAspectRatio="none"` : '';
  const box = `${frame.x} ${frame.y} ${frame.width} ${frame.height}`;
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"${stretched}>${elements}</svg>`);
}

/**
 * A sanitised SVG as an element of another one that has the same coordinates: a nested svg, which clips what its own
 * viewBox does not show.
 */
export function nestedSvg({ svg, viewBox }: SanitisedSvg): string {
  const place = `x="${viewBox.x}" y="${viewBox.y}" width="${viewBox.width}" height="${viewBox.height}"`;
  return svg.toString().replace(/^<svg/, () => `<svg ${place}`);
}

/** The sanitised SVG with a square viewBox: as it is when it is square, else centred in a square frame. */
export function squareSvg(sanitised: SanitisedSvg): Buffer {
  const { width, height } = sanitised.viewBox;
  if (width === height) return sanitised.svg;
  const side = Math.max(width, height);
  return frameElements(nestedSvg(sanitised), centredBox(sanitised.viewBox, { width: side, height: side }));
}
