/** What a kit can be made of: two ready sets, and the platforms to pick from. */
export const KIT_PARTS = [
  'modern',
  'compat',
  'favicon',
  'apple-touch',
  'pwa',
  'android',
  'windows',
  'ios',
  'macos',
  'extension',
  'social',
  'email',
  'store',
] as const;

export type KitPart = (typeof KIT_PARTS)[number];
