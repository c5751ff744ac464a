/** How complex an SVG logo may be. Real logos stay far below; each refusal names the limit it met. */
export const SVG_LIMITS = {
  /** Elements in the document. */
  elements: 20_000,
  /** Elements inside one another. */
  depth: 100,
  /** Elements that are drawn once every reference (`use`, patterns, masks …) is followed. */
  expandedElements: 100_000,
  /** References and elements inside one another once every reference is followed. */
  expandedDepth: 200,
} as const;
