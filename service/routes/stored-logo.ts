import { Logo } from '@logomorph/contract/logo.ts';
import type { FastifyReply } from 'fastify';
import type { ServiceMetrics } from '../metrics.ts';
import type { StoredLogo } from '../use-cases/store-logo.ts';
import { problemAnswers } from './schemas.ts';

/** The answers of routes that store a logo. */
export const storedLogoAnswers = {
  200: { description: 'These bytes were here already', content: { 'application/json': { schema: Logo } } },
  201: { description: 'Stored', content: { 'application/json': { schema: Logo } } },
  ...problemAnswers(400, 409, 413, 415, 422),
};

/** Answers with a logo that was stored, or was here already. */
export function sendStoredLogo(
  reply: FastifyReply,
  { logo, created }: StoredLogo,
  { logoUploads }: Pick<ServiceMetrics, 'logoUploads'>,
): FastifyReply {
  if (created) logoUploads.inc({ format: logo.format });
  return reply
    .code(created ? 201 : 200)
    .header('location', `/v1/logos/${logo.id}`)
    .send(logo);
}
