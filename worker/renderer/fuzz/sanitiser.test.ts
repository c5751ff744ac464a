import { test } from 'node:test';
import fc from 'fast-check';
import { REAL_LOGOS } from '../testing/real-logos.ts';
import { assertSanitised } from './assert-sanitised.ts';
import { mutatedLogos, svgTrees } from './svg-trees.ts';

test('what is made of any document is what is allowed, to other parsers too', () => {
  fc.assert(
    fc.property(svgTrees, (source) => void assertSanitised(source)),
    { numRuns: 300 },
  );
});

test('what is made of a logo that was changed anywhere is what is allowed, to other parsers too', () => {
  fc.assert(
    fc.property(mutatedLogos, (source) => void assertSanitised(source)),
    { numRuns: 300 },
  );
});

test('logos of real brands pass all of these checks', () => {
  for (const { bytes } of Object.values(REAL_LOGOS)) assertSanitised(bytes);
});
