import { drawing, onGround, square } from './drawings.ts';
import type { KitFile } from './kit-file.ts';

/** An adaptive icon is 108 dp wide; pixels a dp for each density of screens. */
const ADAPTIVE_DP = 108;
const DENSITIES = { mdpi: 1, hdpi: 1.5, xhdpi: 2, xxhdpi: 3, xxxhdpi: 4 };

/** Apple's grid for the icon of an app: the ink in the middle two thirds, as iOS rounds the corners off. */
const IOS_INK = square(660);

const IN_RES = 'In the res folder of the app, with the folder it is in.';
const IN_ASSETS = 'In the Assets.xcassets folder of the app, with the folder it is in.';

const ANDROID: readonly KitFile[] = [
  ...Object.entries(DENSITIES).flatMap(([density, ratio]): KitFile[] => {
    const size = square(ADAPTIVE_DP * ratio);
    const layer = { kind: 'png', parts: ['android'], place: IN_RES } as const;
    return [
      {
        ...layer,
        name: `mipmap-${density}/ic_launcher_foreground.png`,
        drawing: drawing(size, { within: 'adaptive' }),
        reason: `The front layer of the adaptive icon, for ${density} screens; launchers cut and move it.`,
        rules: ['adaptive-safe-zone'],
      },
      {
        ...layer,
        name: `mipmap-${density}/ic_launcher_monochrome.png`,
        drawing: drawing(size, { within: 'adaptive', art: 'shape' }),
        reason: `The shape that Android 13 and later fill with a colour of the wallpaper, for ${density} screens.`,
        rules: ['adaptive-safe-zone', 'monochrome', 'monochrome-shape'],
      },
    ];
  }),
  {
    kind: 'text',
    name: 'mipmap-anydpi-v26/ic_launcher.xml',
    parts: ['android'],
    mediaType: 'application/xml',
    text: 'adaptiveIcon',
    reason: 'Puts the layers of the adaptive icon together.',
    place: `${IN_RES} The app's manifest names it: android:icon="@mipmap/ic_launcher".`,
    rules: [],
  },
  {
    kind: 'text',
    name: 'values/ic_launcher_background.xml',
    parts: ['android'],
    mediaType: 'application/xml',
    text: 'adaptiveBackground',
    reason: 'The back layer of the adaptive icon: a colour.',
    place: IN_RES,
    rules: [],
  },
];

/** The sides that Windows shows in the taskbar and in lists. */
const TASKBAR_SIDES = [16, 24, 32, 48, 256];

const WINDOWS: readonly KitFile[] = [
  {
    kind: 'ico',
    name: 'app.ico',
    parts: ['windows'],
    sides: [16, 20, 24, 32, 40, 48, 64, 256],
    trimmed: true,
    reason: 'The icon inside an .exe, and of its shortcuts, at every scale of the desktop.',
    place: 'Named by the resource script or the project file of a desktop program.',
  },
  ...TASKBAR_SIDES.map((side) =>
    tile(`Square44x44Logo.targetsize-${side}_altform-unplated`, side, side, 'The taskbar and lists, without a plate.'),
  ),
  tile('Square44x44Logo.scale-200', 88, 88, 'The list of apps.'),
  tile('Square150x150Logo.scale-200', 300, 300, 'The start menu.', 0.6),
  tile('Wide310x150Logo.scale-200', 620, 300, 'The wide tile of Windows 10.', 0.6),
  tile('StoreLogo.scale-200', 100, 100, 'The installer and the Microsoft Store.'),
];

/** A picture of a Windows package; the ink takes a share of its shorter side. */
function tile(name: string, width: number, height: number, shownIn: string, share = 1): KitFile {
  const within = share === 1 ? { width, height } : square(Math.min(width, height) * share);
  return {
    kind: 'png',
    name: `Assets/${name}.png`,
    parts: ['windows'],
    drawing: drawing({ width, height }, { within }),
    reason: shownIn,
    place: 'In the Assets folder of an MSIX package; its manifest names it without what follows the first full stop.',
    rules: [],
  };
}

const IOS: readonly KitFile[] = [
  {
    kind: 'png',
    name: 'AppIcon.appiconset/icon-1024.png',
    parts: ['ios'],
    drawing: onGround(square(1024), IOS_INK, { pixels: 'rgb' }),
    reason: 'The icon of an app for iOS 17 and earlier, and for the light look of later ones.',
    place: IN_ASSETS,
    rules: ['apple-opaque', 'contrast'],
  },
  {
    kind: 'png',
    name: 'AppIcon.appiconset/icon-dark-1024.png',
    parts: ['ios'],
    drawing: onGround(square(1024), IOS_INK, { art: 'dark', ground: 'darkBackground', pixels: 'rgb' }),
    reason: 'The icon for the dark look of iOS 18 and later.',
    place: IN_ASSETS,
    rules: ['apple-opaque', 'contrast'],
  },
  {
    kind: 'png',
    name: 'AppIcon.appiconset/icon-tinted-1024.png',
    parts: ['ios'],
    drawing: onGround(square(1024), IOS_INK, { art: 'grey', ground: 'black', pixels: 'rgb' }),
    reason: 'Shades of grey, which iOS 18 and later tint with a colour of the user.',
    place: IN_ASSETS,
    rules: ['apple-opaque', 'apple-grey', 'contrast'],
  },
  {
    kind: 'text',
    name: 'AppIcon.appiconset/Contents.json',
    parts: ['ios'],
    mediaType: 'application/json',
    text: 'appIconSet',
    reason: 'Tells Xcode which picture is for which look.',
    place: IN_ASSETS,
    rules: ['names-files'],
  },
];

const MACOS: KitFile = {
  kind: 'icns',
  name: 'app.icns',
  parts: ['macos'],
  reason: 'The icon of a Mac app in Finder and the Dock, from 16 to 1024 pixels, on a tile as the system has them.',
  place: 'In Contents/Resources of the app; CFBundleIconFile in Info.plist names it.',
};

/** Sides of the icons of a browser extension, and what shows them. */
const EXTENSION_USES = {
  16: 'The menu and the toolbar of browsers.',
  32: 'The toolbar on dense screens, and Windows.',
  48: 'The page where extensions are managed.',
  128: 'The installation and the store; the ink leaves the margin free that stores want.',
};

const EXTENSION: readonly KitFile[] = Object.entries(EXTENSION_USES).map(([side, reason]) => ({
  kind: 'png',
  name: `extension/icon-${side}.png`,
  parts: ['extension'],
  // Chrome Web Store: "the actual icon size should be 96x96" of the 128, the rest transparent.
  drawing: drawing(square(Number(side)), side === '128' ? { within: square(96) } : {}),
  reason,
  place: `In the extension; "icons" in its manifest.json has "${side}": "extension/icon-${side}.png".`,
  rules: [],
}));

/** All that apps are made of. */
export const APP_FILES: readonly KitFile[] = [...ANDROID, ...WINDOWS, ...IOS, MACOS, ...EXTENSION];
