/** The two figures that every other time budget is derived from, in seconds. */
export interface TimeSettings {
  /** The longest a single render may take. */
  renderTimeout: number;
  /** How long a load balancer still sends requests to a target that said it is not ready. */
  deregistrationDelay: number;
}

/** Time budgets of one running product, in seconds. The chain they form is checked by a property test. */
export interface TimeBudgets {
  renderTimeout: number;
  /** How long a stopping worker waits for the render it is at. */
  workerDrain: number;
  /** What Kubernetes leaves a worker between SIGTERM and SIGKILL. */
  workerGrace: number;
  /** How long a stopping API says "not ready" while it still serves. */
  serviceReadyOff: number;
  /** How long a stopping API waits for the requests it is at. */
  serviceDrain: number;
  /** What Kubernetes leaves the API between SIGTERM and SIGKILL. */
  serviceGrace: number;
  /** The longest that a logo may take to be fetched from its URL. */
  logoFetch: number;
  /** The longest that a request waits for the scan of a logo. */
  logoScan: number;
  /** The longest that a request for a transform waits for its render. */
  transformWait: number;
  /** The longest that the line and the headers of a request may take to come. */
  headersTimeout: number;
  /** The longest a request may take; event streams end themselves at it and are resumed. */
  requestTimeout: number;
  /** The load balancer's idle timeout. */
  loadBalancerIdle: number;
  /** How long a connection stays open that has no request. The load balancer must be the one that ends it: a request that
   * it sends on one that is just being closed here is lost. */
  keepAlive: number;
  /** How long after the beginning of an erasure something may still be stored of what is erased: by a request or a render that
   * was under way then, and by the object store's own tries. */
  erasureSettle: number;
}

export const DEFAULT_TIME_SETTINGS: TimeSettings = { renderTimeout: 20, deregistrationDelay: 5 };

/** Seconds that an attempt to reach the object store may take, and how many attempts are made. */
export const OBJECT_STORE_TIMES = { attempt: 15, attempts: 3 } as const;

const MARGIN = 5;

/** Seconds after which no client of an object store tries any more to bring something into it; many times what it takes. */
const STORE_TRIES = 300;

/**
 * Derives all time budgets from the two settings, such that: render timeout < worker drain < worker grace;
 * ready-off ≥ deregistration delay; headers timeout < request timeout < load balancer idle < keep-alive; ready-off + drain < service grace; the fetch
 * and the scan of a logo together < service drain, so that a stopping API still ends them; the wait for a transform < request
 * timeout; all attempts to reach the object store together < request timeout, so that who waits for them is answered.
 */
export function timeBudgets({ renderTimeout, deregistrationDelay }: TimeSettings): TimeBudgets {
  const workerDrain = renderTimeout + MARGIN;
  const requestTimeout = 55;
  const serviceDrain = 15;
  const logoScan = 5;
  return {
    renderTimeout,
    workerDrain,
    workerGrace: workerDrain + MARGIN,
    serviceReadyOff: deregistrationDelay,
    serviceDrain,
    serviceGrace: deregistrationDelay + serviceDrain + MARGIN,
    logoFetch: serviceDrain - logoScan - 2,
    logoScan,
    transformWait: 20,
    headersTimeout: 15,
    requestTimeout,
    loadBalancerIdle: requestTimeout + MARGIN,
    keepAlive: requestTimeout + 2 * MARGIN,
    erasureSettle: Math.max(requestTimeout, renderTimeout) + STORE_TRIES,
  };
}
