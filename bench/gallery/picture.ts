import { escapeMarkup } from '@logomorph/worker/renderer/kit/texts/escape-markup.ts';
import sharp from 'sharp';
import { dataUri } from './data-uri.ts';

/** The longest side that is shown at full size; larger pictures are shown smaller, to keep the page light. */
const LONGEST = 512;
/** Up to this side a picture is shown enlarged as well, pixel by pixel. */
const SMALL = 48;

export interface Picture {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/**
 * A picture on light, dark and checkered ground, once when it is opaque, no side longer than `longest`; and what it is.
 */
export async function pictureHtml({ name, mediaType, bytes }: Picture, longest = LONGEST): Promise<string> {
  const { width, height, pages = 1 } = await sharp(bytes).metadata();
  const scale = Math.min(1, longest / Math.max(width, height));
  const shown = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const isAsItIs = scale === 1 || pages > 1 || mediaType === 'image/svg+xml';
  const reduced = () => sharp(bytes).resize(shown.width, shown.height).webp({ quality: 90 }).toBuffer();
  const uri = isAsItIs ? dataUri(mediaType, bytes) : dataUri('image/webp', await reduced());
  const { isOpaque } = await sharp(bytes).stats();
  const others = isOpaque ? '' : '<i class="dark"></i><i class="checkered"></i>';
  const zoom = Math.max(width, height) <= SMALL ? '<i class="light zoom"></i><i class="dark zoom"></i>' : '';
  const what = `${width} × ${height}${scale < 1 ? `, shown at ${Math.round(scale * 100)} %` : ''}, ${bytes.length} B`;
  return `<figure style="--p:url(${uri});--w:${shown.width}px;--h:${shown.height}px">
<i class="light"></i>${others}${zoom}
<figcaption>${escapeMarkup(name)}<br>${what}</figcaption></figure>`;
}
