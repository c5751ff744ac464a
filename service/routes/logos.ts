import { LOGO_FORMATS, Logo, LogoPatch } from '@logomorph/contract/logo.ts';
import { CreatedQuery, Page, PageQuery } from '@logomorph/contract/page.ts';
import { refuseQuarantined } from '@logomorph/core/quarantine.ts';
import Type from 'typebox';
import type { ServiceDeps } from '../deps.ts';
import { tenantOf } from '../plugins/authentication.ts';
import { deleteLogo } from '../use-cases/delete-logo.ts';
import { listLogos } from '../use-cases/list-logos.ts';
import { changeLogo, findLogoOfBytes, noSuchLogo, readLogo } from '../use-cases/logos.ts';
import { Id, problemAnswers } from './schemas.ts';
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
    sha256: Type.Optional(Logo.properties.sha256),
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
        summary: 'List logos, newest first',
        querystring: ListQuery,
        response: { 200: Page(Logo, 'LogoPage'), ...problemAnswers(422) },
      },
    },
    async (request) => {
      const { limit = 20, cursor, ...filter } = request.query;
      return listLogos(db, tenantOf(request), { limit, cursor }, filter);
    },
  );

  app.get(
    '/v1/logos/:logoId',
    {
      config: { scope: 'read' },
      schema: {
        ...shared,
        summary: 'Read a logo',
        params: Params,
        response: { 200: Logo, ...problemAnswers(404, 422) },
      },
    },
    async (request) => readLogo(db, tenantOf(request), request.params.logoId),
  );

  app.get(
    '/v1/logos/sha256/:sha256',
    {
      config: { scope: 'read' },
      schema: {
        ...shared,
        summary: 'Ask for the logo of these bytes, before they are sent',
        params: Type.Object({ sha256: Logo.properties.sha256 }),
        response: { 200: Logo, ...problemAnswers(404, 422) },
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
        summary: 'Name a logo, or give it metadata in place of what it has',
        params: Params,
        body: LogoPatch,
        response: { 200: Logo, ...problemAnswers(400, 404, 413, 415, 422) },
      },
    },
    async (request) => changeLogo(db, tenantOf(request), request.params.logoId, request.body),
  );

  app.delete(
    '/v1/logos/:logoId',
    {
      config: { scope: 'render' },
      schema: {
        ...shared,
        summary: 'Delete a logo of which no render is unfinished',
        description: 'Finished renders stay, with their files and the id of the logo, which then leads nowhere.',
        params: Params,
        response: { 204: Type.Null({ description: 'Deleted' }), ...problemAnswers(404, 409) },
      },
    },
    async (request, reply) => {
      await deleteLogo(db, tenantOf(request), request.params.logoId);
      return reply.code(204).send(null);
    },
  );
}
