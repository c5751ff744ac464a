import type { KitFile } from '../catalogue/kit-file.ts';
import type { KitText } from './kit-text.ts';

/**
 * A web application manifest (W3C). Maskable icons are entries of their own: a picture that meets the safe zone is
 * too small where it is shown whole. Icon addresses are relative to the manifest's.
 */
export function webManifest(kit: KitText): string {
  return manifest('site.webmanifest', kit);
}

/** The web manifest of the files that older generators make. */
export function compatManifest(kit: KitText): string {
  return manifest('manifest.webmanifest', kit);
}

function manifest(name: string, { recipe, files }: KitText): string {
  const manifest = {
    name: recipe.name,
    short_name: recipe.shortName ?? recipe.name,
    icons: files.filter((file) => file.manifest?.in === name).map(icon),
    theme_color: recipe.themeColor,
    background_color: recipe.background,
    display: 'standalone',
    start_url: '/',
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function icon(file: KitFile) {
  const sizes = file.kind === 'png' ? `${file.drawing.width}x${file.drawing.height}` : 'any';
  return { src: file.name, sizes, type: 'image/png', purpose: file.manifest?.purpose };
}
