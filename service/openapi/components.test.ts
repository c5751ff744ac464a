import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameSchemas } from './components.ts';

const answer = (schema: object) => ({ paths: { '/': { get: { content: { 'application/json': { schema } } } } } });
const kit = { title: 'Kit', properties: { type: { enum: ['kit'] } } };
const morph = { title: 'Morph', properties: { type: { enum: ['morph'] } } };

test('what has a title is said once, under that name, and told apart by names', () => {
  const choice = { title: 'Recipe', oneOf: [kit, morph], discriminator: { propertyName: 'type' } };
  const document = nameSchemas(answer({ title: 'Page', items: choice }));
  assert.deepEqual(document, {
    ...answer({ $ref: '#/components/schemas/Page' }),
    components: {
      schemas: {
        Kit: kit,
        Morph: morph,
        Recipe: {
          title: 'Recipe',
          oneOf: [{ $ref: '#/components/schemas/Kit' }, { $ref: '#/components/schemas/Morph' }],
          discriminator: {
            propertyName: 'type',
            mapping: { kit: '#/components/schemas/Kit', morph: '#/components/schemas/Morph' },
          },
        },
        Page: {
          title: 'Page',
          items: { $ref: '#/components/schemas/Recipe' },
        },
      },
    },
  });
});

test('two schemas of one name are a mistake that is told', () => {
  const other = { ...morph, title: 'Kit' };
  assert.throws(() => nameSchemas(answer({ oneOf: [kit, other] })), /two schemas are titled Kit/);
});

test('a schema that no path has is named too', () => {
  const { components } = nameSchemas<{ paths: object; components?: object }>({ paths: {} }, [kit]);
  assert.deepEqual(components, { schemas: { Kit: kit } });
});
