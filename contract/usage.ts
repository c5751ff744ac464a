import Type, { type Static } from 'typebox';
import { LIMITS } from './limits.ts';

const Count = (description?: string) =>
  Type.Integer({ minimum: 0, ...(description === undefined ? {} : { description }) });

const Day = (description: string, example: string) => Type.String({ format: 'date', description, examples: [example] });

/** The query for a tenant's usage: whole days of UTC, the first and the last. */
export const UsageQuery = Type.Object(
  {
    from: Day('The first day, of UTC', '2026-11-01'),
    to: Day(`The last day, of UTC; with it there may be ${LIMITS.usageDays} days`, '2026-11-30'),
  },
  { additionalProperties: false },
);

export type UsageQuery = Static<typeof UsageQuery>;

/** What a tenant used on a day of UTC. */
const UsageDay = Type.Object(
  {
    day: Type.String({ format: 'date' }),
    renders: Type.Record(Type.String(), Type.Object({ succeeded: Count(), failed: Count(), canceled: Count() }), {
      description: 'Runs of renders that ended on the day, by the type of their recipe',
    }),
    outputPixels: Count('Width by height of the files that renders made, of those that have both'),
    outputBytes: Count('Of the files that renders made'),
    logosUploaded: Count('Logos whose bytes were not here yet'),
  },
  { title: 'UsageDay' },
);

export const Usage = Type.Object(
  {
    from: Type.String({ format: 'date' }),
    to: Type.String({ format: 'date' }),
    stored: Type.Object(
      { logoBytes: Count(), outputBytes: Count('Of all different files') },
      { description: 'What there is now, without what was deleted' },
    ),
    days: Type.Array(UsageDay, {
      maxItems: LIMITS.usageDays,
      description: 'In their order, without days on which nothing was used',
    }),
  },
  {
    title: 'Usage',
    examples: [
      {
        from: '2026-11-01',
        to: '2026-11-30',
        stored: { logoBytes: 1843, outputBytes: 731_204 },
        days: [
          {
            day: '2026-11-24',
            renders: {
              kit: { succeeded: 2, failed: 0, canceled: 1 },
              palette: { succeeded: 1, failed: 0, canceled: 0 },
            },
            outputPixels: 9_437_184,
            outputBytes: 731_204,
            logosUploaded: 1,
          },
        ],
      },
    ],
  },
);

export type Usage = Static<typeof Usage>;
