/** TCP ports the programs listen on unless told otherwise. */
export const PORTS = {
  /** The API, with its probes, metrics and docs. */
  service: 4000,
  /** A worker's probes and metrics. */
  worker: 4001,
  /** The API's admin surface where a cluster has it; elsewhere it has no port of its own accord. */
  admin: 4100,
} as const;
