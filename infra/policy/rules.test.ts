import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findings } from './rule.ts';
import { RULES } from './rules.ts';
import { AWS_EXAMPLES } from './testing/aws-examples.ts';
import { EDGE_EXAMPLES } from './testing/edge-examples.ts';
import { STRICT } from './testing/example.ts';
import { KUBERNETES_EXAMPLES } from './testing/kubernetes-examples.ts';

const EXAMPLES = { ...KUBERNETES_EXAMPLES, ...AWS_EXAMPLES, ...EDGE_EXAMPLES };

test('every rule has examples, under its name', () => {
  const names = RULES.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  assert.deepEqual(Object.keys(EXAMPLES).sort(), names.sort());
});

for (const rule of RULES)
  describe(rule.name, () => {
    for (const [index, { taken, refused, says, facts }] of (EXAMPLES[rule.name] ?? []).entries())
      test(`refuses example ${index + 1}: ${says.source}`, () => {
        const found = (subjects: typeof taken) => findings([rule], subjects, { ...STRICT, ...facts });
        assert.deepEqual(found(taken), []);
        assert.equal(found(refused).length > 0, true);
        assert.ok(
          found(refused).some((finding) => says.test(finding)),
          found(refused).join('\n'),
        );
      });
  });

test('local runs images by tag, and nothing is kept where it may be thrown away', () => {
  const names = ['images-by-digest', 'data-stores-are-kept'];
  for (const rule of RULES.filter(({ name }) => names.includes(name))) {
    const refused = (EXAMPLES[rule.name] ?? []).flatMap((example) => example.refused);
    assert.deepEqual(findings([rule], refused, { ...STRICT, environment: 'local' }), []);
  }
});
