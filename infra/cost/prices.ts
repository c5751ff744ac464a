/**
 * List prices of AWS in US dollars, on demand, Linux, without taxes and discounts. They are to compare and to plan by; a bill
 * is made from AWS' own. Whoever brings them up to date changes the day too.
 */
export const PRICES = {
  asOf: '2026-06',
  region: 'us-east-1',
  /** An hour of each. */
  hour: {
    nodes: { 'c7g.xlarge': 0.145, 'm7i.large': 0.1008 },
    /** Postgres in one zone; in several it is twice as much. */
    databases: { 'db.m7g.large': 0.168, 'db.t4g.medium': 0.065 },
    caches: { 'cache.m7g.large': 0.158, 'cache.t4g.medium': 0.065 },
    cluster: 0.1,
    natGateway: 0.045,
    loadBalancer: 0.0225,
    publicAddress: 0.005,
  },
  /** A month of each. */
  month: { key: 1, secret: 0.4, alarm: 0.1, firewall: 5, firewallRule: 1 },
  /** What EKS takes for nodes that it minds, on top of their price. */
  autoModeShare: 0.12,
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
