import Type from 'typebox';

/** What one render takes, on average: CPU in milliseconds, the rest in bytes and counts. */
export const Footprint = Type.Object({
  logo: Type.String(),
  recipe: Type.String(),
  /** Milliseconds a render, when they are asked for all at once of one worker. */
  wall: Type.Number(),
  workerCpu: Type.Number(),
  apiCpu: Type.Number(),
  postgresCpu: Type.Number(),
  commits: Type.Number(),
  /** Of Postgres' write-ahead log. */
  walBytes: Type.Number(),
  /** Of Postgres' tables and indexes. */
  rowBytes: Type.Number(),
  objects: Type.Number(),
  objectBytes: Type.Number(),
  /** Zero where the queue is in Postgres. */
  redisCommands: Type.Number(),
  redisBytes: Type.Number(),
  redisCpu: Type.Number(),
});
export type Footprint = Type.Static<typeof Footprint>;

/** What is taken of each part. */
export type Taken = Omit<Footprint, 'logo' | 'recipe' | 'wall'>;

/** What is taken, by a figure for each part. */
export function takenBy(figure: (name: keyof Taken) => number): Taken {
  return {
    workerCpu: figure('workerCpu'),
    apiCpu: figure('apiCpu'),
    postgresCpu: figure('postgresCpu'),
    commits: figure('commits'),
    walBytes: figure('walBytes'),
    rowBytes: figure('rowBytes'),
    objects: figure('objects'),
    objectBytes: figure('objectBytes'),
    redisCommands: figure('redisCommands'),
    redisBytes: figure('redisBytes'),
    redisCpu: figure('redisCpu'),
  };
}

/** Footprints that were measured on one day, which docs/scale.md is computed from. */
export const Measured = Type.Object({ on: Type.String(), renders: Type.Number(), footprints: Type.Array(Footprint) });
export type Measured = Type.Static<typeof Measured>;
