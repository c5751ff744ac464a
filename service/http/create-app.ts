import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { LIMITS } from '@logomorph/contract/limits.ts';
import type { TimeBudgets } from '@logomorph/contract/time-budgets.ts';
import { traceIdOf } from '@logomorph/core/trace-context.ts';
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import type { Logger } from 'pino';
import { clientErrors } from '../client-error.ts';
import { takeRequestId, traceContextOf } from '../origin.ts';
import { answerFrameworkError } from '../plugins/problems.ts';
import type { App } from '../routes/types.ts';
import { validatorCompiler } from '../validation.ts';
import { takeIdsInCapitals } from './ids-in-addresses.ts';
import { takeJsonBodies } from './json-bodies.ts';
import { fillOptionalBodies } from './optional-body.ts';
import { serializerCompiler } from './serializer.ts';

/** The most a JSON body may have. */
const JSON_BODY_BYTES = 64 * 1024;

/**
 * A Fastify without routes and plugins, with the bounds of HTTP that all of ours have.
 *
 * @param trustProxy whether who connects from an address says by `X-Forwarded-For` who asks
 */
export function createApp(logger: Logger, budgets: TimeBudgets, trustProxy: (address: string) => boolean): App {
  const loggerInstance: FastifyBaseLogger = logger;
  const app: App = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: takeRequestId,
    // Without options, of which there are none: pino is quicker so.
    childLoggerFactory: (parent, bindings, _options, request) =>
      parent.child({ ...bindings, traceId: traceIdOf(traceContextOf(request).traceparent) }),
    trustProxy,
    bodyLimit: JSON_BODY_BYTES,
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: clientErrors(logger, budgets),
    http: {
      // Node looks for requests over their time only now and then; by default so seldom that the chain of time budgets breaks.
      connectionsCheckingInterval: 1000,
      maxHeaderSize: LIMITS.requestHeadBytes,
      headersTimeout: budgets.headersTimeout * 1000,
      // Asked for by a plugin, which answers with a problem.
      requireHostHeader: false,
    },
    requestTimeout: budgets.requestTimeout * 1000,
    keepAliveTimeout: budgets.keepAlive * 1000,
    // Ends connections on which nothing moves, as when a client does not read its answer.
    connectionTimeout: budgets.loadBalancerIdle * 1000,
    forceCloseConnections: 'idle',
    // What comes on a connection that is still open is answered as ever: it is the last one there.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  // Node would refuse by itself what it cannot keep to, without a problem; what else is expected may be ignored (RFC 9110, 10.1.1).
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  takeIdsInCapitals(app);
  takeJsonBodies(app);
  fillOptionalBodies(app);
  return app;
}
