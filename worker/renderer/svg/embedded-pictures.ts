import { ProblemError } from '@logomorph/contract/problem.ts';
import { startsAs } from '@logomorph/core/logo-format/signature.ts';
import { attributeOf, type SvgElement } from './svg-element.ts';
import { SVG_LIMITS } from './svg-limits.ts';
import { tooComplex } from './too-complex.ts';

/** A picture that is embedded in an SVG. */
export interface EmbeddedPicture {
  format: 'png' | 'jpeg' | 'webp';
  bytes: Buffer;
  /** How often it is drawn. */
  drawn: number;
}

const PICTURE_URL = /^data:image\/(png|jpe?g|webp);base64,([A-Za-z0-9+/=\s]+)$/;
const FORMATS: Readonly<Record<string, EmbeddedPicture['format']>> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  webp: 'webp',
};

/** Whether an address is that of an embedded picture of a kind that may stay. */
export function isPictureUrl(address: string): boolean {
  return PICTURE_URL.test(address);
}

/**
 * The pictures that `image` elements show, each once.
 * @param drawn how often each of the elements is drawn
 * @throws ProblemError 'unreadable-logo' when one is not what it says, 'logo-too-complex' when they are too many
 */
export function embeddedPictures(
  images: readonly SvgElement[],
  drawn: ReadonlyMap<SvgElement, number>,
): EmbeddedPicture[] {
  const pictures = new Map<string, EmbeddedPicture>();
  for (const image of images) {
    const address = attributeOf(image, 'href') ?? '';
    const picture = pictures.get(address) ?? read(address);
    if (picture) pictures.set(address, { ...picture, drawn: picture.drawn + (drawn.get(image) ?? 0) });
  }
  if (pictures.size > SVG_LIMITS.pictures) throw tooComplex(pictures.size, 'pictures in it', SVG_LIMITS.pictures);
  return [...pictures.values()];
}

function read(address: string): EmbeddedPicture | undefined {
  const [, type = '', data = ''] = PICTURE_URL.exec(address) ?? [];
  const format = FORMATS[type];
  if (!format) return undefined;
  const bytes = Buffer.from(data, 'base64');
  if (!startsAs(bytes, format)) {
    throw new ProblemError('unreadable-logo', `A picture inside the SVG does not start as ${format} does`);
  }
  return { format, bytes, drawn: 0 };
}
