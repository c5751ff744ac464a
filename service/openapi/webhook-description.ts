const header = (name: string, description: string, example: string) => ({
  name,
  in: 'header' as const,
  required: true,
  description,
  schema: { type: 'string' as const },
  example,
});

/** What endpoints of clients are sent, as the description tells of it (OpenAPI 3.1, "webhooks"). */
export const WEBHOOKS = {
  event: {
    post: {
      operationId: 'receiveEvent',
      tags: ['webhooks'],
      summary: 'Be told of an event',
      description: 'Signed by Standard Webhooks 1.0.0. It may come twice, late or out of order.',
      security: [],
      parameters: [
        header('webhook-id', 'Of the event, also when it comes again', '4f7c0a52-0f6f-4d0c-8f0e-1e2a0c9b7d11'),
        header('webhook-timestamp', 'When it was sent, in seconds since 1970', '1795507200'),
        header('webhook-signature', 'One for each secret, with spaces between', 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9'),
        header('webhook-sequence', 'Counts the events of the endpoint', '7'),
      ],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            // Deliveries are listed with it, so it is among the components.
            schema: { $ref: '#/components/schemas/WebhookPayload' },
            example: {
              type: 'render.succeeded',
              timestamp: '2026-11-24T08:00:00.000Z',
              sequence: 7,
              data: {
                id: '01a20ce7-2e7e-7005-8af7-d3290e702682',
                url: '/v1/renders/01a20ce7-2e7e-7005-8af7-d3290e702682',
                logoId: '01a20cde-018d-754f-85d2-7b3f34037503',
                state: 'succeeded',
                createdAt: '2026-11-24T07:59:59.000Z',
                finishedAt: '2026-11-24T08:00:00.000Z',
              },
            },
          },
        },
      },
      responses: {
        '2XX': { description: 'It is taken' },
        '410': { description: 'The endpoint wants no more, and is disabled' },
        default: { description: 'It is sent again later' },
      },
    },
  },
};
