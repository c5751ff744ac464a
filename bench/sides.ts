import type { Side } from './harness/compare.ts';

const at = (path: string) => new URL(path, import.meta.url).href;

/** Our renderer by a recipe. */
export function renderer(name: string, recipe: object): Side {
  return { name, module: at('sides/renderer.ts'), options: recipe };
}

export function bareLoop(): Side {
  return { name: 'bare sharp loop', module: at('sides/bare-loop.ts') };
}

/** `icons` names the sets and files to make; without it, favicons' defaults. */
export function favicons(icons?: object): Side {
  return { name: 'favicons', module: at('peers/favicons.js'), options: icons && { icons } };
}

export function vitePwa(): Side {
  return { name: 'vite-pwa', module: at('peers/vite-pwa.js') };
}

/** ipx by its modifiers. */
export function ipx(modifiers: object): Side {
  return { name: 'ipx', module: at('peers/ipx.js'), options: modifiers };
}
