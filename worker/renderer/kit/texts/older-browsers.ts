import type { KitText } from './kit-text.ts';

/** `browserconfig.xml` (Microsoft, "Browser configuration schema reference"): tiles of the start menu. */
export function browserConfig({ recipe }: KitText): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<browserconfig>
  <msapplication>
    <tile>
      <square70x70logo src="/mstile-70x70.png"/>
      <square150x150logo src="/mstile-150x150.png"/>
      <wide310x150logo src="/mstile-310x150.png"/>
      <square310x310logo src="/mstile-310x310.png"/>
      <TileColor>${recipe.background}</TileColor>
    </tile>
  </msapplication>
</browserconfig>
`;
}

/** `yandex-browser-manifest.json` (Yandex, "Tableau widgets"). */
export function yandexManifest({ recipe }: KitText): string {
  const layout = { logo: '/yandex-browser-50x50.png', color: recipe.background, show_title: true };
  return `${JSON.stringify({ version: '1.0', api_version: 1, layout }, null, 2)}\n`;
}
