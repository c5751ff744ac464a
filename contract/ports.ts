/** TCP ports the programs listen on unless told otherwise. */
export const PORTS = {
  /** The API, with its probes, metrics and docs. */
  service: 4000,
  /** A worker's probes and metrics. */
  worker: 4001,
} as const;
