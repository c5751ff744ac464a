import { Readable } from 'node:stream';
import { AUDIT_EXAMPLE, AuditExportQuery, AuditHead, AuditPage, AuditQuery } from '@logomorph/contract/audit.ts';
import { exportEntries, listEntries, readHead } from '../audit/read.ts';
import type { ServiceDeps } from '../deps.ts';
import { accessOf, tenantOf } from '../plugins/authentication.ts';
import type { Access } from '../use-cases/authentication.ts';
import { pageOf } from '../use-cases/page.ts';
import { streamAnswer } from './schemas.ts';
import type { App } from './types.ts';

const EXAMPLE = `${JSON.stringify(AUDIT_EXAMPLE)}\n`;

/** `/v1/audit`: what was done, as a list, as a file and as the end of its chain. */
export function auditRoutes(app: App, { db }: Pick<ServiceDeps, 'db'>): void {
  const shared = { tags: ['audit'] };
  const config = { scope: 'admin' } as const;

  app.get(
    '/v1/audit',
    {
      config,
      schema: {
        ...shared,
        operationId: 'listAuditEntries',
        summary: 'List entries of the audit log, newest first',
        description: 'With filters by action, actor, target and time. Whatever was answered before is there.',
        querystring: AuditQuery,
        response: { 200: AuditPage },
      },
    },
    async (request) => {
      const { page, filter } = pageOf(request.query);
      return listEntries(db, tenantOf(request), page, filter);
    },
  );

  app.get(
    '/v1/audit/head',
    {
      config,
      schema: {
        ...shared,
        operationId: 'readAuditHead',
        summary: 'Read the end of the audit log, to keep it elsewhere',
        description: 'Whoever has it can tell later whether an entry up to it was changed or removed.',
        response: { 200: AuditHead },
      },
    },
    async (request) => readHead(db, tenantOf(request)),
  );

  app.get(
    '/v1/audit/export',
    {
      config: { ...config, answerHeaders: { 200: ['Content-Disposition'] } },
      schema: {
        ...shared,
        operationId: 'exportAuditLog',
        summary: 'Export the audit log, oldest first',
        description:
          'An entry a line, up to the last one that there is when it begins. Who was interrupted goes on with `after`.',
        querystring: AuditExportQuery,
        response: { 200: streamAnswer('application/x-ndjson', 'The entries, as lines of JSON', EXAMPLE) },
      },
    },
    async (request, reply) => {
      const { after = 0 } = request.query;
      const tenantId = tenantOf(request);
      reply
        .type('application/x-ndjson')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="audit-${tenantId}-after-${after}.ndjson"`);
      const lines = toLines(exportEntries(db, tenantId, after), accessOf(request));
      return reply.send(Readable.from(lines, { objectMode: false }));
    },
  );
}

/** Breaks off, so that the client sees that it is not whole, once the key or the token would be refused. */
async function* toLines(pages: AsyncIterable<object[]>, { isLive }: Access): AsyncGenerator<string> {
  for await (const page of pages) {
    if (!(await isLive())) throw new Error('the access of an export has ended');
    yield page.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  }
}
