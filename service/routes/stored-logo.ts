import { Logo } from '@logomorph/contract/logo.ts';
import type { ProblemName } from '@logomorph/contract/problem.ts';
import type { FastifyReply } from 'fastify';
import type { ServiceMetrics } from '../metrics.ts';
import type { HeaderName } from '../openapi/headers.ts';
import type { StoredLogo } from '../use-cases/store-logo.ts';

/** The problems of a logo's bytes, and of keeping them. */
export const storedLogoProblems: readonly ProblemName[] = [
  'unknown-logo-format',
  'truncated-logo',
  'logo-infected',
  'storage-full',
];

/** The headers of the answers of routes that store a logo. */
export const storedLogoHeaders: Readonly<Record<number, readonly HeaderName[]>> = {
  200: ['Location'],
  201: ['Location'],
};

/** The answers of routes that store a logo. */
export const storedLogoAnswers = {
  200: { description: 'These bytes were here already', content: { 'application/json': { schema: Logo } } },
  201: { description: 'Stored', content: { 'application/json': { schema: Logo } } },
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
