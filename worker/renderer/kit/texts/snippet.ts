import { escapeMarkup } from './escape-markup.ts';
import type { KitText } from './kit-text.ts';

/** The tags for a page's head, for a kit that is served at the root of its site. They name what the kit has. */
export function snippet({ recipe, files }: KitText): string {
  const tags = files.flatMap(({ tag }) => (tag === undefined ? [] : [tag]));
  const [manifest] = tags.filter(isManifest);
  const title = escapeMarkup(recipe.shortName ?? recipe.name);
  const lines = [
    // A page has one manifest.
    ...tags.filter((tag) => !isManifest(tag) || tag === manifest),
    ...(files.some(({ name }) => name.startsWith('mstile-'))
      ? [`<meta name="msapplication-TileColor" content="${recipe.background}">`]
      : []),
    ...(files.some(({ name }) => name.startsWith('apple-touch-icon'))
      ? [`<meta name="apple-mobile-web-app-title" content="${title}">`]
      : []),
    `<meta name="theme-color" content="${recipe.themeColor}">`,
    ...files
      .filter(({ name }) => name === 'social-card.png')
      .map(({ name }) => `<!-- ${name} is for og:image, which needs the absolute address of your site -->`),
  ];
  return `${lines.join('\n')}\n`;
}

function isManifest(tag: string): boolean {
  return tag.startsWith('<link rel="manifest"');
}
