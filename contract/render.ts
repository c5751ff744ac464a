import Type, { type Static } from 'typebox';
import { Problem } from './problem.ts';
import { Recipe } from './recipe/recipe.ts';

export const RENDER_STATES = ['queued', 'running', 'succeeded', 'failed'] as const;

export type RenderState = (typeof RENDER_STATES)[number];

/** One file that a render made. */
export const RenderOutput = Type.Object(
  {
    name: Type.String(),
    mediaType: Type.String(),
    bytes: Type.Integer({ minimum: 0 }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    width: Type.Optional(Type.Integer({ minimum: 1 })),
    height: Type.Optional(Type.Integer({ minimum: 1 })),
    url: Type.String({ description: 'Where the file is, relative to the API' }),
  },
  { title: 'RenderOutput' },
);

export type RenderOutput = Static<typeof RenderOutput>;

export const Render = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    logoId: Type.String({ format: 'uuid' }),
    recipe: Recipe,
    state: Type.Enum([...RENDER_STATES]),
    createdAt: Type.String({ format: 'date-time' }),
    startedAt: Type.Optional(Type.String({ format: 'date-time' })),
    finishedAt: Type.Optional(Type.String({ format: 'date-time' })),
    error: Type.Optional(Problem),
    outputs: Type.Array(RenderOutput),
  },
  { title: 'Render' },
);

export type Render = Static<typeof Render>;
