/** Names apart by white space, as a set. */
function names(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/**
 * The elements that are kept: what draws, and nothing that runs, animates, embeds documents or fetches.
 * `feImage` is missing because all it does is load a picture.
 */
export const ALLOWED_ELEMENTS = names(`
  svg g defs symbol use switch title desc style image
  path rect circle ellipse line polyline polygon text tspan textPath
  linearGradient radialGradient stop pattern clipPath mask marker
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
  feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur
  feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
`);

/** The elements whose text is content; elsewhere text is white space of the source's layout. */
export const TEXT_ELEMENTS = names('title desc style text tspan textPath');

/**
 * The attributes that are kept: SVG 2's geometry, paint servers, filters, text and presentation. `href` and
 * `style` have rules of their own, and so has any value with a function in it. kernelUnitLength is missing because it
 * makes a filter take any time and memory.
 */
export const ALLOWED_ATTRIBUTES = names(`
  id class style href role systemLanguage
  x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height d points pathLength
  viewBox preserveAspectRatio transform
  gradientUnits gradientTransform spreadMethod offset patternUnits patternContentUnits patternTransform
  clipPathUnits maskUnits maskContentUnits
  markerUnits markerWidth markerHeight refX refY orient
  filterUnits primitiveUnits in in2 result mode type values tableValues slope intercept amplitude exponent
  operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode preserveAlpha
  surfaceScale diffuseConstant specularConstant specularExponent limitingConeAngle scale xChannelSelector
  yChannelSelector stdDeviation radius baseFrequency numOctaves seed stitchTiles azimuth elevation z
  pointsAtX pointsAtY pointsAtZ
  rotate textLength lengthAdjust startOffset method spacing side
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
  color-interpolation-filters color-rendering direction display dominant-baseline enable-background fill
  fill-opacity fill-rule filter flood-color flood-opacity font font-family font-size font-size-adjust
  font-stretch font-style font-variant font-weight glyph-orientation-horizontal glyph-orientation-vertical
  image-rendering isolation kerning letter-spacing lighting-color marker marker-end marker-mid marker-start
  mask mask-type mix-blend-mode opacity overflow paint-order shape-rendering stop-color stop-opacity stroke
  stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
  stroke-width text-anchor text-decoration text-rendering transform-origin unicode-bidi vector-effect
  visibility word-spacing writing-mode
`);

/**
 * Whether an attribute of SVG's own tells nothing but of the document, its editor or how it is read aloud: of those that are left
 * out, nobody needs to know of it.
 */
export function isQuietAttribute(name: string): boolean {
  return QUIET_ATTRIBUTES.has(name) || name.startsWith('data-') || name.startsWith('aria-');
}

const QUIET_ATTRIBUTES = names(
  'version baseProfile contentScriptType contentStyleType zoomAndPan lang tabindex focusable',
);

/** The functions that may stand in a value, in lower case: colours, transforms, maths, filters and shapes. */
export const ALLOWED_FUNCTIONS = names(`
  rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark var calc min max clamp
  matrix translate translatex translatey scale scalex scaley rotate skew skewx skewy
  blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
  circle ellipse inset path polygon
`);

/** The at-rules that may stand in a style sheet. `media` is what makes a logo follow a dark colour scheme. */
export const ALLOWED_AT_RULES = names('media');

/** The pseudo-classes that may stand in a selector: those that ask for no sibling and no other selector. */
export const ALLOWED_PSEUDO_CLASSES = names('root link hover active focus');
