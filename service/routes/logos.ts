import { LOGO_FORMATS, Logo, LogoPatch } from '@logomorph/contract/logo.ts';
import { CreatedQuery, Page, PageQuery } from '@logomorph/contract/page.ts';
import { refuseQuarantined } from '@logomorph/core/quarantine.ts';
import Type from 'typebox';
import type { ServiceDeps } from '../deps.ts';
import { authorOf, tenantOf } from '../plugins/authentication.ts';
import { deleteLogo } from '../use-cases/delete-logo.ts';
import { listLogos } from '../use-cases/list-logos.ts';
import { changeLogo, findLogoOfBytes, noSuchLogo, readLogo } from '../use-cases/logos.ts';
import { pageOf } from '../use-cases/page.ts';
import { Id } from './schemas.ts';
import type { App } from './types.ts';

const Params = Type.Object({ logoId: Id });

const ListQuery = Type.Object(
  {
    ...PageQuery,
    format: Type.Optional(
      Type.Array(Type.Enum([...LOGO_FORMATS]), {
        minItems: 1,
        maxItems: LOGO_FORMATS.length,
        description: 'May be given several times: logos of any of these formats',
      }),
    ),
    // Not that of a logo, which has an example: pages of documentation would fill it in as a filter.
    sha256: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the uploaded bytes' })),
    ...CreatedQuery,
  },
  { additionalProperties: false },
);

/** `/v1/logos`: list, read, ask for by bytes, change, delete. */
export function logoRoutes(app: App, { db }: ServiceDeps): void {
  const shared = { tags: ['logos'] };

  app.get(
    '/v1/logos',
    {
      config: { scope: 'read' },
      schema: {
        ...shared,
        operationId: 'listLogos',
        summary: 'List logos, newest first',
        description: 'With filters by format, bytes and time of creation.',
        querystring: ListQuery,
        response: { 200: Page(Logo, 'LogoPage') },
      },
    },
    async (request) => {
      const { page, filter } = pageOf(request.query);
      return listLogos(db, tenantOf(request), page, filter);
    },
  );

  app.get(
    '/v1/logos/:logoId',
    {
      config: { scope: 'read', problems: ['logo-infected'] },
      schema: {
        ...shared,
        operationId: 'readLogo',
        summary: 'Read a logo',
        description: 'What is known of it; the bytes themselves are not given back.',
        params: Params,
        response: { 200: Logo },
      },
    },
    async (request) => readLogo(db, tenantOf(request), request.params.logoId),
  );

  app.get(
    '/v1/logos/sha256/:sha256',
    {
      config: { scope: 'read', problems: ['logo-infected'] },
      schema: {
        ...shared,
        operationId: 'findLogo',
        summary: 'Ask for the logo of these bytes, before they are sent',
        description: 'To send no bytes twice. The answer knows of the logos of this tenant alone.',
        params: Type.Object({ sha256: Logo.properties.sha256 }),
        response: { 200: Logo },
      },
    },
    async (request) => {
      const { sha256 } = request.params;
      const logo = await findLogoOfBytes(db, tenantOf(request), sha256);
      if (logo !== undefined) return logo;
      await refuseQuarantined(db, tenantOf(request), sha256);
      throw noSuchLogo();
    },
  );

  app.patch(
    '/v1/logos/:logoId',
    {
      config: { scope: 'render' },
      schema: {
        ...shared,
        operationId: 'changeLogo',
        summary: 'Name a logo, or give it metadata in place of what it has',
        description: 'What is left out stays; `"name": null` takes the name away.',
        params: Params,
        body: LogoPatch,
        response: { 200: Logo },
      },
    },
    async (request) => changeLogo(db, authorOf(request), request.params.logoId, request.body),
  );

  app.delete(
    '/v1/logos/:logoId',
    {
      config: { scope: 'render', problems: ['logo-in-use'] },
      schema: {
        ...shared,
        operationId: 'deleteLogo',
        summary: 'Delete a logo of which no render is unfinished',
        description: 'Finished renders stay, with their files and the id of the logo, which then leads nowhere.',
        params: Params,
        response: { 204: Type.Null({ description: 'Deleted' }) },
      },
    },
    async (request, reply) => {
      await deleteLogo(db, authorOf(request), request.params.logoId);
      return reply.code(204).send(null);
    },
  );
}
