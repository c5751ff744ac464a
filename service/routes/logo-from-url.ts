import { LogoFromUrlRequest } from '@logomorph/contract/logo.ts';
import type { ServiceDeps } from '../deps.ts';
import { authorOf } from '../plugins/authentication.ts';
import { fetchLogo } from '../use-cases/fetch-logo.ts';
import { storeLogo } from '../use-cases/store-logo.ts';
import { clientGone } from './client-gone.ts';
import { sendStoredLogo, storedLogoAnswers, storedLogoHeaders, storedLogoProblems } from './stored-logo.ts';
import type { App } from './types.ts';

/** `POST /v1/logos/from-url`: apart from other uploads, whose bodies are pictures whatever their content type says. */
export function logoFromUrlRoute(app: App, deps: ServiceDeps): void {
  const { config, outbound, metrics } = deps;
  app.post(
    '/v1/logos/from-url',
    {
      config: {
        scope: 'render',
        logoBytes: 'fetched',
        problems: [
          'url-refused',
          'logo-too-large',
          'url-unreachable',
          'url-timeout',
          'url-bad-answer',
          ...storedLogoProblems,
        ],
        answerHeaders: storedLogoHeaders,
      },
      schema: {
        tags: ['logos'],
        operationId: 'fetchLogo',
        summary: 'Store a logo that is fetched from a URL',
        description:
          'Redirects are followed. The name is that of a new logo; one whose bytes were here already keeps its own.',
        body: LogoFromUrlRequest,
        response: storedLogoAnswers,
      },
    },
    async (request, reply) => {
      const { url, ...named } = request.body;
      const bytes = await fetchLogo(outbound, url, {
        maxBytes: config.maxLogoBytes,
        timeout: config.timeBudgets.logoFetch * 1000,
        signal: clientGone(reply),
      });
      return sendStoredLogo(reply, await storeLogo(deps, authorOf(request), bytes, named), metrics);
    },
  );
}
