import { Palette } from '@logomorph/contract/recipe/palette.ts';
import { decode } from 'blurhash';
import sharp from 'sharp';
import { thumbHashToRGBA } from 'thumbhash';
import Value from 'typebox/value';
import { pictureHtml } from './picture.ts';

const SIDE = 96;

/** A palette as swatches with their contrasts, and its placeholders as pictures. */
export async function paletteHtml(json: Buffer): Promise<string> {
  const palette = Value.Parse(Palette, JSON.parse(json.toString()));
  const swatches = palette.colours.map(
    ({ hex, share, contrastOnWhite, contrastOnBlack }) =>
      `<b class="swatch" style="background:${hex}"></b> ${hex}, ${(100 * share).toFixed(1)} %,
       on white ${contrastOnWhite.toFixed(2)}, on black ${contrastOnBlack.toFixed(2)}<br>`,
  );
  const [width, height] = [SIDE, Math.max(1, Math.round(SIDE / palette.aspectRatio))];
  const blur = sharp(Buffer.from(decode(palette.blurHash, width, height)), { raw: { width, height, channels: 4 } });
  const thumb = thumbHashToRGBA(Buffer.from(palette.thumbHash, 'base64'));
  const thumbPicture = sharp(Buffer.from(thumb.rgba), { raw: { width: thumb.w, height: thumb.h, channels: 4 } });
  const placeholders = [
    { name: `BlurHash ${palette.blurHash}`, mediaType: 'image/png', bytes: await blur.png().toBuffer() },
    {
      name: 'ThumbHash',
      mediaType: 'image/png',
      bytes: await thumbPicture.resize(SIDE, SIDE, { fit: 'inside' }).png().toBuffer(),
    },
  ];
  return `<p>dominant ${palette.dominant}, accent ${palette.accent ?? 'none'}, for ground: ${palette.background},
    aspect ratio ${palette.aspectRatio}</p><p>${swatches.join('')}</p>
    ${(await Promise.all(placeholders.map((picture) => pictureHtml(picture)))).join('')}`;
}
