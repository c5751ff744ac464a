import { COLOUR_TYPE, readPngHead } from '../../encode/png-file.ts';
import type { Check } from './rules.ts';

/** Checks an ICO file by its bytes: its entries, and the heads of the frames that they point to. */
export function checkIcoFrames(ico: Buffer, sides: readonly number[]): Check {
  const frames = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + index * 16;
    const start = ico.readUInt32LE(entry + 12);
    const head = readPngHead(ico.subarray(start, start + ico.readUInt32LE(entry + 8)));
    const side = ico.readUInt8(entry) || 256;
    const isSound =
      head.width === side && head.height === side && head.depth === 8 && head.colourType === COLOUR_TYPE.rgba;
    return isSound ? `${side}` : `${side} (unsound)`;
  });
  const measured = frames.join(', ');
  return { rule: 'ico-frames', measured, pass: measured === sides.join(', ') };
}

/** The types that an ICNS file has for every side from 16 to 1024 pixels, at one and two pixels a point. */
const ICNS_TYPES = ['ic04', 'ic05', 'ic11', 'ic12', 'ic07', 'ic08', 'ic13', 'ic09', 'ic14', 'ic10'];

/** Checks an ICNS file by the types of its blocks. */
export function checkIcnsFrames(icns: Buffer): Check {
  const types: string[] = [];
  for (let at = 8; at < icns.length; at += Math.max(8, icns.readUInt32BE(at + 4))) {
    types.push(icns.toString('latin1', at, at + 4));
  }
  const pass = icns.readUInt32BE(4) === icns.length && ICNS_TYPES.every((type) => types.includes(type));
  return { rule: 'icns-frames', measured: types.join(', '), pass };
}
