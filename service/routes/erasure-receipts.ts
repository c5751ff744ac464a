import { Erasure, ReceiptKeys } from '@logomorph/contract/erasure.ts';
import { SignedQuery } from '@logomorph/core/signed-url.ts';
import Type from 'typebox';
import type { ServiceDeps } from '../deps.ts';
import { erasurePath, readAnyErasure } from '../use-cases/erasures.ts';
import { Id } from './schemas.ts';
import type { App } from './types.ts';

/** Erasures for whoever has the signed address of one, as no key is left to ask with, and what receipts are checked by. */
export function erasureReceiptRoutes(app: App, deps: Pick<ServiceDeps, 'db' | 'erasureUrls' | 'receipts'>): void {
  const shared = { tags: ['erasure'] };

  app.get(
    '/erasures/:erasureId',
    {
      config: { problems: ['wrong-signature', 'address-expired'], answerHeaders: { 200: ['Cache-Control'] } },
      schema: {
        ...shared,
        operationId: 'readErasureReceipt',
        summary: 'Read an erasure by its signed address, with its receipt once it is done',
        description: 'The address is `receiptUrl` of the erasure, and holds for ten years.',
        params: Type.Object({ erasureId: Id }),
        querystring: SignedQuery,
        response: { 200: Erasure },
      },
    },
    async (request, reply) => {
      const { erasureId } = request.params;
      deps.erasureUrls.check(request.url, erasurePath(erasureId), request.query.expires, new Date());
      return reply.header('cache-control', 'no-store').send(await readAnyErasure(deps, erasureId));
    },
  );

  app.get(
    '/.well-known/jwks.json',
    {
      config: { answerHeaders: { 200: ['Cache-Control'] } },
      schema: {
        ...shared,
        operationId: 'readReceiptKeys',
        summary: 'Read the public keys that receipts of erasures are signed with',
        description:
          'As a set of JSON Web Keys (RFC 7517). Keep them beside the receipts: the operator may change them.',
        response: { 200: ReceiptKeys },
      },
    },
    async (_request, reply) => reply.header('cache-control', 'public, max-age=3600').send(deps.receipts.keys),
  );
}
