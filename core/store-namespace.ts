import { withSessionOptions } from './database/session-options.ts';

/** The schema of Postgres that a namespace of stores has. Names have no `_`, so no two come to one. */
export function schemaOf(namespace: string): string {
  return namespace.replaceAll('-', '_');
}

/** The schema that the queue has where it is in Postgres. */
export function queueSchemaOf(namespace: string | undefined): string {
  return namespace === undefined ? 'bullmq' : `${schemaOf(namespace)}_bullmq`;
}

/** What the names of all keys in Redis begin with, braces around those of the queue aside. */
export function redisPrefixOf(namespace = 'logomorph'): string {
  return namespace;
}

/** What the keys of all objects of a namespace begin with. */
export function objectPrefixOf(namespace: string): string {
  return `${namespace}/`;
}

/** The URL of a database by which each connection finds the tables of one schema, and no others; the last one counts. */
export function inSchema(databaseUrl: string, schema: string): string {
  return withSessionOptions(databaseUrl, `-csearch_path=${schema}`);
}
