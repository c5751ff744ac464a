import type { Size } from '../../geometry.ts';
import type { Drawing } from './kit-file.ts';

export function square(side: number): Size {
  return { width: side, height: side };
}

/** The trimmed logo on transparent, as large as it goes, unless told otherwise. */
export function drawing(size: Size, fields: Partial<Drawing> = {}): Drawing {
  return { ...size, art: 'logo', trimmed: true, within: size, ground: 'none', pixels: 'any', ...fields };
}

/** The trimmed logo in the middle of an opaque picture, inside a box of its own. */
export function onGround(size: Size, within: Drawing['within'], fields: Partial<Drawing> = {}): Drawing {
  return drawing(size, { within, ground: 'background', ...fields });
}

/** The logo as it came, margins and all, as large as it goes. */
export function untrimmed(size: Size, ground: Drawing['ground'] = 'none'): Drawing {
  return drawing(size, { trimmed: false, ground });
}
