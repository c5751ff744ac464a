import { escapeMarkup } from '@logomorph/worker/renderer/kit/texts/escape-markup.ts';

const STYLE = `
body { font: 13px/1.4 system-ui, sans-serif; margin: 16px; background: #ddd; color: #111 }
nav { position: sticky; top: 0; background: #ddd; padding: 6px 0; z-index: 1 } nav a { margin-right: 10px }
h2 { border-top: 3px solid #111; padding-top: 10px } article { display: inline-block; vertical-align: top; max-width: 100%; margin-right: 16px }
h3 { margin: 14px 0 4px; font-size: 13px }
figure { display: inline-block; margin: 0 10px 10px 0; vertical-align: top; max-width: 100% }
figcaption { font-size: 11px; color: #444; overflow-wrap: anywhere; max-width: max(180px, calc(3 * var(--w))) }
i { display: inline-block; width: var(--w); height: var(--h); margin-right: 2px;
  background: var(--p) center/contain no-repeat, var(--ground) }
.light { --ground: #fff } .dark { --ground: #121212; color-scheme: dark }
.checkered { --ground: repeating-conic-gradient(#bbb 0 25%, #eee 0 50%) 0 0/16px 16px }
.zoom { --scale: 4; width: calc(4 * var(--w)); height: calc(4 * var(--h)); image-rendering: pixelated }
.swatch { display: inline-block; width: 60px; height: 20px; vertical-align: middle; border: 1px solid #888 }
.error { color: #a00; font-weight: bold } .warning { color: #840 } pre { white-space: pre-wrap; background: #fff }
`;

export interface Section {
  /** The name of the logo. */
  name: string;
  /** HTML. */
  body: string;
}

/** One page that needs nothing but itself. */
export function page(sections: readonly Section[]): string {
  const links = sections.map(({ name }) => `<a href="#${escapeMarkup(name)}">${escapeMarkup(name)}</a>`);
  const bodies = sections.map(
    ({ name, body }) => `<section id="${escapeMarkup(name)}"><h2>${escapeMarkup(name)}</h2>${body}</section>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>LogoMorph gallery</title>
<style>${STYLE}</style><nav>${links.join('')}</nav>${bodies.join('\n')}</html>`;
}
