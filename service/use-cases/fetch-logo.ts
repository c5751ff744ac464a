import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Outbound, OutboundRequest } from '@logomorph/core/outbound-http/outbound.ts';
import { OutboundError } from '@logomorph/core/outbound-http/outbound-error.ts';

const MAX_REDIRECTS = 3;

/**
 * Fetches the bytes of a logo from a URL that a client has named.
 *
 * @throws ProblemError url-refused, url-unreachable, url-timeout, url-bad-answer, logo-too-large
 */
export async function fetchLogo(
  outbound: Outbound,
  url: string,
  limits: Required<Pick<OutboundRequest, 'maxBytes' | 'timeout' | 'signal'>>,
): Promise<Buffer> {
  checkUrl(outbound, url);
  const request = {
    url,
    method: 'GET',
    headers: { accept: 'image/*', 'user-agent': 'LogoMorph-Logos' },
    overflow: 'refuse',
    maxRedirects: MAX_REDIRECTS,
    ...limits,
  } as const;
  const { status, headers, body } = await outbound.send(request).catch((error: unknown) => {
    throw error instanceof OutboundError ? toProblem(error, limits.timeout) : error;
  });
  if (status !== 200) throw badAnswer(`with the status ${status}`);
  const { 'content-encoding': encoding = 'identity' } = headers;
  if (encoding !== 'identity') throw badAnswer(`compressed (${encoding}), which was not asked for`);
  if (body.length === 0) throw badAnswer('with no bytes');
  return body;
}

/** @throws ProblemError url-refused, with the rule that the URL breaks by itself */
function checkUrl(outbound: Outbound, url: string): void {
  try {
    outbound.check(url);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    throw new ProblemError('url-refused', `The URL ${error.message}`, {
      errors: [{ pointer: '/url', detail: error.message }],
    });
  }
}

function badAnswer(how: string): ProblemError {
  return new ProblemError('url-bad-answer', `The URL was answered ${how}`);
}

function toProblem(error: OutboundError, timeout: number): ProblemError {
  switch (error.failure) {
    case 'refused':
    case 'connection':
      // In one way, or clients could find out what names and addresses there are inside; the log says which it was.
      return new ProblemError('url-unreachable', 'It could not be reached, or its answer broke off', { cause: error });
    case 'timeout':
      return new ProblemError('url-timeout', `The URL did not answer whole within ${timeout / 1000} seconds`);
    case 'too-large':
      return new ProblemError('logo-too-large', error.message);
    case 'headers-too-large':
    case 'too-many-redirects':
      return new ProblemError('url-bad-answer', error.message);
    case 'aborted':
      // Nobody reads it. Of its status nothing is kept under an Idempotency-Key, so the client may try again.
      return new ProblemError('request-timeout', 'The client went away');
  }
}
