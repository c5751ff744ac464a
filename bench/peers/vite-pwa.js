import { instructions } from '@vite-pwa/assets-generator/api/instructions';

/** @vite-pwa/assets-generator 2: the files of its preset minimal-2023, and the SVG it passes on. */
export async function open() {
  return async ({ name, sources: [source] }) => {
    const assets = await instructions({
      imageResolver: async () => source.bytes,
      imageName: `${name}.${source.format}`,
      originalName: name,
      preset: 'minimal-2023',
      htmlLinks: { xhtml: false, includeId: false },
      basePath: '/',
      resolveSvgName: (svg) => svg,
    });
    const { transparent, maskable, apple, favicon } = assets;
    const made = [];
    for (const asset of [transparent, maskable, apple, favicon].flatMap((group) => Object.values(group))) {
      made.push({ name: asset.name, bytes: Buffer.from(await asset.buffer()) });
    }
    return made;
  };
}
