import type { KitText } from './kit-text.ts';

/** `Contents.json` of an icon set with one size for each look (Apple, "Asset Catalog Format Reference"). */
export function appIconSet(): string {
  const image = (filename: string, look?: 'dark' | 'tinted') => ({
    ...(look && { appearances: [{ appearance: 'luminosity', value: look }] }),
    filename,
    idiom: 'universal',
    platform: 'ios',
    size: '1024x1024',
  });
  const images = [image('icon-1024.png'), image('icon-dark-1024.png', 'dark'), image('icon-tinted-1024.png', 'tinted')];
  return `${JSON.stringify({ images, info: { author: 'xcode', version: 1 } }, null, 2)}\n`;
}

/** `ic_launcher.xml` (Android, "Adaptive icons"). */
export function adaptiveIcon(): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<adaptive-icon xmlns:android="http://schemas.android.com/apk/res/android">
  <background android:drawable="@color/ic_launcher_background"/>
  <foreground android:drawable="@mipmap/ic_launcher_foreground"/>
  <monochrome android:drawable="@mipmap/ic_launcher_monochrome"/>
</adaptive-icon>
`;
}

/** `ic_launcher_background.xml`: the colour that `ic_launcher.xml` names. */
export function adaptiveBackground({ recipe }: KitText): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<resources>
  <color name="ic_launcher_background">${recipe.background}</color>
</resources>
`;
}
