import { SCOPES, type Scope } from '@logomorph/contract/api-key.ts';
import Type, { type Static } from 'typebox';

/** OpenID Connect Core 1.0, section 2, at `sub`; printable. */
const Name = Type.String({ pattern: '^[\\x20-\\x7e]{1,255}$' });
const Names = Type.Union([Type.String(), Type.Array(Type.String())]);

/**
 * What is read of an access token besides what makes it valid (RFC 9068, sections 2.2 and 2.2.3). Organisations are written as
 * Clerk does: flat in its first version, which others share, and as `o` in its second.
 */
export const Claims = Type.Object({
  sub: Name,
  exp: Type.Number(),
  azp: Type.Optional(Type.String()),
  client_id: Type.Optional(Type.String()),
  at_hash: Type.Optional(Type.String()),
  scope: Type.Optional(Names),
  scp: Type.Optional(Names),
  permissions: Type.Optional(Names),
  org_id: Type.Optional(Name),
  org_role: Type.Optional(Type.String()),
  org_permissions: Type.Optional(Names),
  o: Type.Optional(Type.Object({ id: Name, rol: Type.Optional(Type.String()) })),
});

export type Claims = Static<typeof Claims>;

/** The organisation that the token is of; undefined when its user acts alone. */
export function organizationOf({ org_id, o }: Claims): string | undefined {
  return org_id ?? o?.id;
}

/**
 * What a token may do. Scopes that it names are all that it may; where it names none of ours, the role decides:
 * administrators of an organisation and users without one may do everything, other members all but manage keys and webhooks.
 */
export function scopesOf(claims: Claims): Scope[] {
  const { scope, scp, permissions, org_permissions, org_role, o } = claims;
  const named = [scope, scp, permissions, org_permissions].flatMap(toNames);
  const ours = SCOPES.filter((name) => named.includes(`logomorph:${name}`) || named.includes(`org:logomorph:${name}`));
  if (ours.length > 0) return ours;
  const isOwner = organizationOf(claims) === undefined || /^(org:)?admin$/.test(org_role ?? o?.rol ?? '');
  return isOwner ? [...SCOPES] : SCOPES.filter((name) => name !== 'admin');
}

/** Names in a list, or with spaces between them (RFC 6749, section 3.3). */
function toNames(names: string | string[] = []): string[] {
  return typeof names === 'string' ? names.split(' ') : names;
}
