import type { KitRecipe } from '@logomorph/contract/recipe/kit.ts';
import { type Artwork, openArtwork } from '../artwork.ts';
import type { OpenedLogo } from '../open-logo.ts';
import type { RenderedFile } from '../rendered-file.ts';
import { squareSvg } from '../svg/frame-svg.ts';
import { appleTouchIcon, favicon, icon, socialCard } from './icons.ts';
import { webManifest } from './manifest.ts';
import { maskableIcon } from './maskable-icon.ts';
import { snippet } from './snippet.ts';
import { zip } from './zip.ts';

/**
 * A brand kit: the icons, the web manifest, the HTML snippet, and last a zip of all of them.
 * @throws ProblemError 'empty-logo', 'unreadable-logo' or 'truncated-logo'
 */
export async function* renderKit(
  logo: OpenedLogo,
  recipe: KitRecipe,
  { signal }: { signal: AbortSignal },
): AsyncGenerator<RenderedFile> {
  const artwork = await openArtwork(logo);
  const files: RenderedFile[] = [];
  for (const make of kitFiles(logo, artwork, recipe)) {
    signal.throwIfAborted();
    const file = await make();
    files.push(file);
    yield file;
  }
  signal.throwIfAborted();
  yield { name: 'kit.zip', mediaType: 'application/zip', bytes: zip(files) };
}

/** How each file of a kit is made, in the order they are handed out. */
function kitFiles(logo: OpenedLogo, artwork: Artwork, recipe: KitRecipe): (() => Promise<RenderedFile>)[] {
  const vector = logo.kind === 'vector' ? logo.svg : undefined;
  return [
    () => favicon(artwork),
    ...(vector ? [async () => text('icon.svg', 'image/svg+xml', squareSvg(vector))] : []),
    () => appleTouchIcon(artwork, recipe.background),
    () => icon(artwork, 192),
    () => icon(artwork, 512),
    () => maskableIcon(artwork, recipe.background),
    () => socialCard(artwork, recipe.background),
    async () => text('site.webmanifest', 'application/manifest+json', webManifest(recipe)),
    async () => text('snippet.html', 'text/html', snippet(recipe, { hasSvg: vector !== undefined })),
  ];
}

function text(name: string, mediaType: string, content: string | Buffer): RenderedFile {
  return { name, mediaType, bytes: Buffer.from(content) };
}
