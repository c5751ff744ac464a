import type { Size } from '../../geometry.ts';

/** The screens of iPhones and iPads, upright: their size in CSS pixels, and device pixels a CSS pixel. */
const SCREENS: readonly (readonly [width: number, height: number, ratio: number])[] = [
  [320, 568, 2],
  [375, 667, 2],
  [375, 812, 3],
  [390, 844, 3],
  [393, 852, 3],
  [414, 896, 2],
  [414, 896, 3],
  [414, 736, 3],
  [428, 926, 3],
  [430, 932, 3],
  [744, 1133, 2],
  [768, 1024, 2],
  [810, 1080, 2],
  [820, 1080, 2],
  [834, 1194, 2],
  [834, 1112, 2],
  [1024, 1366, 2],
];

interface StartupImage {
  name: string;
  size: Size;
  tag: string;
}

/** What iOS shows while an installed site starts: an image a screen, upright and lying, each of exactly its size. */
export function startupImages(): StartupImage[] {
  return SCREENS.flatMap(([width, height, ratio]) => {
    const upright = { width: width * ratio, height: height * ratio };
    const lying = { width: upright.height, height: upright.width };
    const media = `(device-width: ${width}px) and (device-height: ${height}px) and (-webkit-device-pixel-ratio: ${ratio})`;
    return [
      startupImage(upright, `${media} and (orientation: portrait)`),
      startupImage(lying, `${media} and (orientation: landscape)`),
    ];
  });
}

function startupImage(size: Size, media: string): StartupImage {
  const name = `apple-touch-startup-image-${size.width}x${size.height}.png`;
  return { name, size, tag: `<link rel="apple-touch-startup-image" media="${media}" href="/${name}">` };
}
