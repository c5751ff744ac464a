import sharp from 'sharp';

const SAMPLES = 4;

/**
 * What a picture looks like inside a box of `side` pixels before any encoder: a raster by sharp's own default
 * resampling, which is what ipx has, an SVG by the mean of 4 × 4 samples a pixel.
 */
export async function reference(bytes: Buffer, side: number): Promise<Buffer> {
  const { format, width, height } = await sharp(bytes).metadata();
  if (format !== 'svg') return sharp(bytes).resize(side, side, { fit: 'inside' }).png().toBuffer();
  const density = (72 * SAMPLES * side) / Math.max(width, height);
  const { data, info } = await sharp(bytes, { density })
    .resize(SAMPLES * side, SAMPLES * side, { fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const mean = meanOfSamples(data, info.width, info.height);
  const raw = { width: info.width / SAMPLES, height: info.height / SAMPLES, channels: 4 } as const;
  return sharp(mean, { raw }).png().toBuffer();
}

/** Colours count by their alpha: what is transparent has none. */
function meanOfSamples(rgba: Buffer, width: number, height: number): Buffer {
  const pixels: number[] = [];
  for (let top = 0; top < height; top += SAMPLES) {
    for (let left = 0; left < width; left += SAMPLES) pixels.push(...meanPixel(rgba, width, left, top));
  }
  return Buffer.from(pixels);
}

function meanPixel(rgba: Buffer, width: number, left: number, top: number): number[] {
  const colour = [0, 0, 0];
  let alphas = 0;
  for (let sample = 0; sample < SAMPLES ** 2; sample++) {
    const at = ((top + Math.floor(sample / SAMPLES)) * width + left + (sample % SAMPLES)) * 4;
    const alpha = rgba[at + 3] ?? 0;
    for (const channel of colour.keys()) colour[channel] = (colour[channel] ?? 0) + (rgba[at + channel] ?? 0) * alpha;
    alphas += alpha;
  }
  return [...colour.map((sum) => Math.round(sum / Math.max(1, alphas))), Math.round(alphas / SAMPLES ** 2)];
}
