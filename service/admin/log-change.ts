import type { FastifyRequest } from 'fastify';
import { findOperator } from './authentication.ts';

/** What an operator changed. */
interface AdminChange {
  action: string;
  tenantId: string;
  [more: string]: unknown;
}

/** Writes down who changed what; also where nothing but warnings is written. */
export function logChange(request: FastifyRequest, change: AdminChange): void {
  request.log.warn({ actor: findOperator(request), ...change }, 'admin change');
}
