/** Ports of the data stores in the cluster. */
export const STORE_PORTS = { postgres: 5432, redis: 6379, objectStore: 7070 } as const;
