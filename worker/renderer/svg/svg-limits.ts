/**
 * How complex an SVG logo may be. Each refusal names the limit it met. Of eight thousand published logos and flags none
 * is over any of these; the costliest takes 1407 of work, nearly all for filters, and the next 761.
 */
export const SVG_LIMITS = {
  /** Characters of the document, but for the data of embedded pictures. */
  characters: 1024 * 1024,
  /** Elements in the document. */
  elements: 20_000,
  /** Elements inside one another. */
  depth: 100,
  /** Attributes of one element. */
  attributes: 100,
  /** Pictures that are embedded. */
  pictures: 100,
  /** Pixels of embedded pictures, each counted as often as it is drawn. */
  drawnPicturePixels: 120_000_000,
  /** Characters of a text. */
  textCharacters: 1000,
  /** Rules of a style sheet. */
  rules: 2000,
  /** Selectors in style sheets. */
  selectors: 2000,
  /** Ways to match selectors: each with each element, and each of its descendant combinators with each ancestor. */
  selectorTrials: 4_000_000,
  /** Simple selectors in one selector. */
  selectorParts: 12,
  /** Brackets inside one another in a style sheet or a `style`. */
  cssDepth: 32,
  /** The farthest from zero that a number may be. */
  number: 1e9,
  /** Lines of all outlines; a curve counts as the three between its control points. */
  lines: 500_000,
  /** References and elements inside one another once every reference is followed. */
  expandedDepth: 200,
  /** Groups inside one another that are drawn apart and then laid over what is below: each takes a canvas of memory. */
  layers: 12,
  /** How many times the longer side of its viewBox the tile of a pattern may be long. */
  patternTile: 8,
  /** Work to draw it, see `limitDrawing`. */
  work: 2000,
} as const;
