import Type, { type Static } from 'typebox';

/** What is looked at of any webhook of Clerk. */
export const ClerkEvent = Type.Object({ type: Type.String() });

/** The webhooks of Clerk that have an effect here; the identity is the subject of its tokens. */
export const ClerkIdentityEvent = Type.Object({
  type: Type.Enum(['user.created', 'user.deleted', 'organization.created', 'organization.deleted']),
  data: Type.Object({ id: Type.String({ pattern: '^[\\x21-\\x7e]{1,255}$' }) }),
});

export type ClerkIdentityEvent = Static<typeof ClerkIdentityEvent>;
