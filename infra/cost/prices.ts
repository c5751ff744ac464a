/**
 * List prices of AWS in US dollars, on demand, Linux, without taxes and discounts. They are to compare and to plan by; a bill
 * is made from AWS' own. Whoever brings them up to date changes the day too.
 */
export const PRICES = {
  asOf: '2026-06',
  region: 'us-east-1',
  /** An hour of each. */
  hour: {
    nodes: { 'c7g.xlarge': 0.145 },
    /** Postgres in one zone; in several it is twice as much. */
    databases: { 'db.m7g.large': 0.168 },
    caches: { 'cache.m7g.large': 0.158 },
  },
  /** A gigabyte for a month. */
  gigabyteMonth: {
    bucket: 0.023,
    /** In one zone; in several it is twice as much. */
    database: 0.115,
  },
  /** A gigabyte that passes. */
  gigabyte: { toInternet: 0.09 },
  /** A million requests. */
  millionRequests: { put: 5, get: 0.4 },
} as const;

/** Hours in a month, as AWS counts them. */
export const HOURS_A_MONTH = 730;
