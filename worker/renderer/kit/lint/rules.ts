/** What a file of a kit is checked against: where the rule comes from, what it says, and what is expected. */
interface Rule {
  standard: string;
  says: string;
  expected: string;
}

/** Every rule by its id, as plain data. */
export const RULES = {
  'picture-size': {
    standard: 'PNG (third edition) 11.2.1',
    says: 'The picture has the size that it is listed with',
    expected: 'the size',
  },
  'clean-srgb': {
    standard: 'PNG (third edition) 11.3; CSS Color 4, 10.2',
    says: 'There is no metadata and no colour profile, so that colours are sRGB everywhere',
    expected: 'IHDR, PLTE, tRNS, pHYs, IDAT and IEND alone',
  },
  contrast: {
    standard: 'WCAG 2.2, 1.4.11',
    says: 'The share of what stands out from the ground at all that has a contrast ratio of 3 with it',
    expected: '>= 0.33',
  },
  'apple-opaque': {
    standard: 'Apple, Human Interface Guidelines, App icons',
    says: 'There is no transparency; iOS puts black behind it',
    expected: 'opaque',
  },
  'apple-grey': {
    standard: 'Apple, Human Interface Guidelines, App icons',
    says: 'The icon that the system tints is in shades of grey',
    expected: 'grey',
  },
  'maskable-opaque': {
    standard: 'W3C, Web Application Manifest, Icon masks',
    says: 'A mask may show all of the square, so it is opaque to its edges',
    expected: 'opaque',
  },
  'maskable-safe-zone': {
    standard: 'W3C, Web Application Manifest, Icon masks and safe zone',
    says: 'The farthest ink, from the centre, lies in the safe zone, and is no smaller than it has to be',
    expected: '0.38 to 0.40 of the width',
  },
  'adaptive-safe-zone': {
    standard: 'Android developers, Adaptive icons',
    says: 'The farthest ink lies in the circle of 66 dp, of 108, that is never cut off',
    expected: '0.28 to 0.3056 of the width',
  },
  monochrome: {
    standard: 'W3C, Web Application Manifest, monochrome icons; Android developers, Adaptive icons',
    says: 'There is one colour, and alpha',
    expected: '1 colour',
  },
  'monochrome-shape': {
    standard: 'W3C, Web Application Manifest, monochrome icons',
    says: 'The shape is not a filled box, which would be shown as one: the share of the box around it that it fills',
    expected: '<= 0.95',
  },
  'card-opaque': {
    standard: 'The Open Graph protocol; X developers, Cards',
    says: 'There is no transparency, which each network fills in another way',
    expected: 'opaque',
  },
  'play-icon': {
    standard: 'Google Play Console help, Preview assets',
    says: 'The icon is a PNG of 32 bits and at most 1024 KB',
    expected: '32 bits, <= 1048576 bytes',
  },
  'play-feature': {
    standard: 'Google Play Console help, Preview assets',
    says: 'The feature graphic is a PNG of 24 bits, without alpha',
    expected: '24 bits',
  },
  'ico-frames': {
    standard: 'Microsoft, Icons; R. Chen, The evolution of the ICO file format, part 4',
    says: 'Each frame is a PNG of eight-bit RGBA and of the side that its entry says',
    expected: 'the sides',
  },
  'icns-frames': {
    standard: 'Apple, iconutil(1)',
    says: 'There is a picture for each side and scale',
    expected: 'the types',
  },
  'small-size': {
    standard: 'Apple, Human Interface Guidelines, and Google Search Central, Favicons',
    says: 'The ink stays legible at 16 pixels: the pixels that its shorter side takes there',
    expected: '>= 6',
  },
  'svg-safe': {
    standard: 'SVG 2, 2.2: secure static mode',
    says: 'It runs nothing and refers to nothing outside: what sanitising it once more takes away',
    expected: '0',
  },
  'svg-dark-style': {
    standard: 'Media Queries 5, 11.5',
    says: 'It has colours for a dark colour scheme, or needs none',
    expected: 'prefers-color-scheme, or none needed',
  },
  'manifest-icons': {
    standard: 'W3C, Web Application Manifest, icons',
    says: 'Each icon is there and of its size, one at least is for any purpose, and none is for any and maskable',
    expected: 'all',
  },
  'names-files': {
    standard: 'This kit',
    says: 'Each file of the kit that it names is there',
    expected: 'all',
  },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

/** What a check of a file against a rule gave. */
export interface Check {
  rule: RuleId;
  measured: number | string;
  pass: boolean;
}
