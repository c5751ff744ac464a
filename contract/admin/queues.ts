import Type, { type Static } from 'typebox';

const Count = (description: string) => Type.Integer({ minimum: 0, description });
const Age = (description: string) =>
  Type.Optional(Type.Number({ minimum: 0, description: `Seconds ${description}; not there when there is none` }));

/** What there is to do, how much of it waits where, and for how long. */
export const Queues = Type.Object(
  {
    renders: Type.Object({
      outbox: Type.Object(
        {
          count: Count('Renders that wait for their turn'),
          oldestSeconds: Age('that the one of them that came first waits'),
        },
        { description: 'Committed, and not in the queue yet' },
      ),
      suspended: Type.Object(
        {
          count: Count('Renders of suspended tenants'),
          oldestSeconds: Age('since the first of them was asked for'),
        },
        { description: 'Wait until their tenants are suspended no longer' },
      ),
      held: Type.Object(
        {
          count: Count('Renders of logos that are held'),
          oldestSeconds: Age('since the first of them was asked for'),
        },
        { description: 'Wait until their logos are scanned for viruses' },
      ),
      queued: Type.Object(
        { count: Count('Renders in the queue'), oldestSeconds: Age('since the first of them was handed over') },
        { description: 'Handed to the queue, and taken by no worker' },
      ),
      running: Type.Object(
        { count: Count('Renders that workers are at'), oldestSeconds: Age('since the first of them was taken') },
        { description: 'Taken by a worker' },
      ),
    }),
    jobs: Type.Optional(
      Type.Object(
        {
          waiting: Count('Jobs that wait for a worker'),
          active: Count('Jobs that are being done'),
          delayed: Count('Jobs that are tried again later'),
        },
        { description: 'What the queue itself says; not there while it cannot be reached' },
      ),
    ),
    webhooks: Type.Object({
      events: Type.Object(
        {
          count: Count('Events that no endpoint was given yet'),
          oldestSeconds: Age('since the first of them happened'),
        },
        { description: 'What happened, and is not told yet' },
      ),
      due: Type.Object(
        { count: Count('Deliveries that are due'), oldestSeconds: Age('that the first of them has been due') },
        { description: 'To be sent now' },
      ),
      later: Type.Object(
        { count: Count('Deliveries that have failed and are tried again later') },
        { description: 'To be sent again' },
      ),
    }),
    erasures: Type.Object(
      { count: Count('Erasures'), oldestSeconds: Age('since the first of them was asked for') },
      { description: 'Asked for, and not finished' },
    ),
  },
  { title: 'Queues' },
);

export type Queues = Static<typeof Queues>;
