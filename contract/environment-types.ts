import Type from 'typebox';

/** A port of this machine; 0 is any that is free. */
export const Port = (value: number, description: string) =>
  Type.Integer({ minimum: 0, maximum: 65535, default: value, description });

/** A limit of a tenant, which there may be none of. */
export const Quota = (description: string) =>
  Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: Number.MAX_SAFE_INTEGER,
      description: `${description}, unless it has a quota of its own; without it there is no limit`,
    }),
  );

/** A URL that begins as the pattern says. What does not parse is said at the start, and not by whoever first uses it. */
export const Url = (pattern: string, description: string) =>
  Type.Refine(
    Type.String({ pattern, description }),
    (url) => URL.canParse(url),
    () => 'must be a URL',
  );

/** A URL of Redis. A database that is no number would end the program's connection to it, and the program with it. */
export const RedisUrl = (description: string) =>
  Type.Refine(
    Url('^rediss?://', description),
    (url) => !URL.canParse(url) || /^(\/\d*)?$/.test(new URL(url).pathname),
    () => 'must name a database by its number',
  );

/** A URL of a part that the operator has chosen: by TLS, or on the same machine. */
export const ProviderUrl = (description: string) =>
  Url('^(https://|http://(localhost|127\\.0\\.0\\.1)(:|/|$))[^\\s?#]*$', description);

/** Texts without spaces in them, after commas. */
export const LIST = '^[^\\s,]+(,[^\\s,]+)*$';

/** As browsers write an origin (RFC 6454, 6.2). */
export const ORIGIN = 'https?://[a-z0-9.:[\\]-]+';

/**
 * A part of shared stores. Refused is what would be the schema or the keys of a product without one, of Postgres itself, or
 * of the queue of another: whoever removes a namespace would remove those.
 */
export const Namespace = (description: string) =>
  Type.Refine(
    Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 40, description }),
    (name) => !/^(public|logomorph|information-schema|pg(-.*)?|(.*-)?bullmq)$/.test(name),
    () => 'must be another name: what others have in these stores is called so',
  );
