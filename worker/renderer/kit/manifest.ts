import type { KitRecipe } from '@logomorph/contract/recipe/kit.ts';

/**
 * A web application manifest (W3C). Maskable icons are entries of their own: a picture that meets the safe zone is
 * too small where it is shown whole. Icon addresses are relative to the manifest's.
 */
export function webManifest({ name, shortName, background, themeColor }: KitRecipe): string {
  const icon = (file: string, side: number, purpose: 'any' | 'maskable') => ({
    src: file,
    sizes: `${side}x${side}`,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    name,
    short_name: shortName ?? name,
    icons: [
      icon('icon-192.png', 192, 'any'),
      icon('icon-512.png', 512, 'any'),
      icon('icon-maskable-512.png', 512, 'maskable'),
    ],
    theme_color: themeColor,
    background_color: background,
    display: 'standalone',
    start_url: '/',
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
