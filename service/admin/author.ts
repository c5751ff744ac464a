import { type Author, byOperator } from '@logomorph/core/audit.ts';
import type { FastifyRequest } from 'fastify';
import { originOf } from '../origin.ts';

/** The operator of a request, as the audit log of a tenant names who did something to it. */
export function operatorOf(request: FastifyRequest, tenantId: string): Author {
  return { ...byOperator(tenantId), origin: originOf(request) };
}
