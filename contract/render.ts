import Type, { type Static } from 'typebox';
import { LIMITS } from './limits.ts';
import { Metadata } from './metadata.ts';
import { Problem } from './problem-document.ts';
import { Recipe, RecipeRequest } from './recipe/recipe.ts';

export const RENDER_STATES = ['queued', 'running', 'succeeded', 'failed', 'canceled'] as const;

export type RenderState = (typeof RENDER_STATES)[number];

/** The states in which nothing more happens to a render by itself. */
export const FINISHED_STATES = ['succeeded', 'failed', 'canceled'] as const satisfies RenderState[];

/** Whether nothing more happens to a render in this state by itself. */
export function isFinished(state: RenderState): state is (typeof FINISHED_STATES)[number] {
  return state !== 'queued' && state !== 'running';
}

/** How soon a render is made: before those of a lower priority of the same tenant that wait as well. */
export const PRIORITIES = ['low', 'normal', 'high'] as const;

export type Priority = (typeof PRIORITIES)[number];

/** One file that a render made. */
export const RenderOutput = Type.Object(
  {
    name: Type.String({ description: 'A file name; icon sets have a folder before it, as in `a.appiconset/b.png`' }),
    mediaType: Type.String(),
    bytes: Type.Integer({ minimum: 0 }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    width: Type.Optional(Type.Integer({ minimum: 1 })),
    height: Type.Optional(Type.Integer({ minimum: 1 })),
    url: Type.String({ description: 'Where the file is, relative to the API' }),
    signedUrl: Type.Optional(
      Type.String({
        description:
          'Where the file is for who has no API key, relative to the API: for one to two hours, and the same within ' +
          'an hour of the clock',
      }),
    ),
  },
  { title: 'RenderOutput' },
);

export type RenderOutput = Static<typeof RenderOutput>;

const Id = (description?: string) =>
  Type.String({ format: 'uuid', ...(description === undefined ? {} : { description }) });

const EXAMPLE_LOGOS = ['0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11', '0199f0a4-7b02-7d10-8f5e-0c1d2e3f4a5b'] as const;

/** The renders of a batch, in numbers. */
export const Children = Type.Object(
  {
    total: Type.Integer({ minimum: 1 }),
    succeeded: Type.Integer({ minimum: 0 }),
    failed: Type.Integer({ minimum: 0 }),
    canceled: Type.Integer({ minimum: 0 }),
  },
  { description: 'Of a batch: how many renders it has, and how many of them are finished' },
);

export type Children = Static<typeof Children>;

/**
 * A render of one logo, or a batch: one of many logos, which are its children. A batch has neither a logo nor outputs of
 * its own; its state is made of those of its children.
 */
export const Render = Type.Object(
  {
    id: Id(),
    logoId: Type.Optional(Id('Not of a batch')),
    toLogoId: Type.Optional(Id('Of a morph: the logo that it ends in')),
    parentId: Type.Optional(Id('The batch that this render belongs to')),
    recipe: Recipe,
    transform: Type.Optional(
      Type.Boolean({ description: 'True of a render that the signed address of a transform asked for' }),
    ),
    priority: Type.Enum([...PRIORITIES]),
    metadata: Metadata,
    state: Type.Enum([...RENDER_STATES]),
    createdAt: Type.String({ format: 'date-time' }),
    startedAt: Type.Optional(Type.String({ format: 'date-time' })),
    finishedAt: Type.Optional(Type.String({ format: 'date-time' })),
    error: Type.Optional(Problem),
    warnings: Type.Array(Type.String({ maxLength: LIMITS.warningCharacters }), {
      maxItems: LIMITS.warnings,
      description: 'What to know of a render that went well, such as what was left out of an SVG',
    }),
    outputs: Type.Array(RenderOutput),
    children: Type.Optional(Children),
  },
  {
    title: 'Render',
    examples: [
      {
        id: '0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e',
        logoId: EXAMPLE_LOGOS[0],
        recipe: { type: 'palette', version: 1, colours: 6 },
        priority: 'normal',
        metadata: { order: '1042' },
        state: 'succeeded',
        createdAt: '2026-11-24T08:00:00.000Z',
        startedAt: '2026-11-24T08:00:00.040Z',
        finishedAt: '2026-11-24T08:00:00.070Z',
        warnings: [],
        outputs: [
          {
            name: 'palette.json',
            mediaType: 'application/json',
            bytes: 612,
            sha256: 'f5563175ee0be40834c4a2c4c1c1c468c008e85bb574cd4581b4c50a38ec1413',
            url: '/v1/renders/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e/outputs/palette.json',
            signedUrl:
              '/files/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e/palette.json?expires=1795593600&signature=q1kq5W2q9m0TqFhV8bW7m3yq0xw6Hj4k1s2d3f4g5h6',
          },
        ],
      },
    ],
  },
);

export type Render = Static<typeof Render>;

const [logoId, toLogoId] = EXAMPLE_LOGOS;

/** What a client asks for: a recipe, and the logo or logos to follow it with. */
export const NewRender = Type.Object(
  {
    logoId: Type.Optional(Id('The logo; either this or `logoIds` is given')),
    logoIds: Type.Optional(
      Type.Array(Id(), {
        minItems: 1,
        maxItems: LIMITS.batchLogos,
        uniqueItems: true,
        description: 'The logos of a batch: each gets a render of its own, and the answer is their parent',
      }),
    ),
    toLogoId: Type.Optional(Id('The logo that a morph ends in; required for it, and only for it')),
    recipe: RecipeRequest,
    priority: Type.Optional(
      Type.Enum([...PRIORITIES], {
        default: 'normal',
        description: 'Of the renders of a tenant that wait, those of a higher priority are made first',
      }),
    ),
    metadata: Type.Optional(Metadata),
  },
  {
    title: 'NewRender',
    additionalProperties: false,
    examples: [
      { logoId, recipe: { type: 'kit', name: 'Acme' }, metadata: { order: '1042' } },
      { logoId, recipe: { type: 'variant', format: 'webp', width: 256 } },
      { logoId, recipe: { type: 'palette' } },
      { logoId, recipe: { type: 'recolour', mode: 'dark' } },
      { logoId, toLogoId, recipe: { type: 'morph', duration: 800 } },
      { logoIds: [...EXAMPLE_LOGOS], recipe: { type: 'kit' } },
    ],
  },
);

export type NewRender = Static<typeof NewRender>;

/** A change of a render, which says nothing of what is made. */
export const RenderPatch = Type.Object(
  { metadata: Metadata },
  { title: 'RenderPatch', additionalProperties: false, examples: [{ metadata: { order: '1042', invoice: '7' } }] },
);

export type RenderPatch = Static<typeof RenderPatch>;
