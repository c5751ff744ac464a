import type { Sharp } from 'sharp';
import type { Effort } from './effort.ts';

interface JpegOptions {
  quality: number;
  progressive: boolean;
  effort: Effort;
  /** Halves the resolution of colours, which photographs bear and which puts a fringe on every edge of a logo. */
  halfChroma: boolean;
}

/** A JPEG. High effort optimises by trellis quantisation, which takes three times as long for a tenth less. */
export function encodeJpeg(picture: Sharp, { quality, progressive, effort, halfChroma }: JpegOptions): Promise<Buffer> {
  const optimised = effort === 'high';
  return picture
    .jpeg({
      quality,
      progressive,
      chromaSubsampling: halfChroma ? '4:2:0' : '4:4:4',
      optimiseCoding: effort !== 'low',
      trellisQuantisation: optimised,
      overshootDeringing: optimised,
      optimiseScans: optimised && progressive,
    })
    .toBuffer();
}
