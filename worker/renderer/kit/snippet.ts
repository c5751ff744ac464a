import type { KitRecipe } from '@logomorph/contract/recipe/kit.ts';

/**
 * The tags for a page's head, for a kit that is served at the root of its site. `sizes` on the ICO keeps Chrome from
 * choosing it over the SVG.
 */
export function snippet({ name, shortName, themeColor }: KitRecipe, { hasSvg }: { hasSvg: boolean }): string {
  const tags = [
    '<link rel="icon" href="/favicon.ico" sizes="32x32">',
    ...(hasSvg ? ['<link rel="icon" href="/icon.svg" type="image/svg+xml">'] : []),
    '<link rel="apple-touch-icon" href="/apple-touch-icon.png">',
    '<link rel="manifest" href="/site.webmanifest">',
    `<meta name="apple-mobile-web-app-title" content="${escapeHtml(shortName ?? name)}">`,
    `<meta name="theme-color" content="${escapeHtml(themeColor)}">`,
  ];
  const note = '<!-- social-card.png is for og:image, which needs the absolute address of your site -->';
  return `${[...tags, note].join('\n')}\n`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
