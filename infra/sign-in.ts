import type * as pulumi from '@pulumi/pulumi';
import type { SettingReader } from './setting-reader.ts';

/** The identity provider whose users are let in beside API keys. */
export interface SignInSettings {
  issuer: string;
  /** Empty where its discovery document says where its keys are. */
  jwksUrl: string;
  /** Each may be empty, and one of the two is not. */
  audience: string;
  authorizedParties: string;
  clerkWebhookSecret: pulumi.Output<string> | undefined;
}

/** Reads who may sign in; undefined where keys alone let in. */
export function readSignIn(read: SettingReader): SignInSettings | undefined {
  const issuer = read.text('oidcIssuer');
  const jwksUrl = read.text('oidcJwksUrl');
  const audience = read.text('oidcAudience');
  const authorizedParties = read.text('oidcAuthorizedParties');
  const clerkWebhookSecret = read.boolean('clerkWebhook')
    ? read.requiredSecret('clerkWebhookSecret', 'clerkWebhook is true')
    : undefined;
  if (issuer === '') {
    if (jwksUrl !== '') read.refuse('oidcJwksUrl', 'must not be set without oidcIssuer');
    if (audience !== '') read.refuse('oidcAudience', 'must not be set without oidcIssuer');
    if (authorizedParties !== '') read.refuse('oidcAuthorizedParties', 'must not be set without oidcIssuer');
    if (clerkWebhookSecret !== undefined) read.refuse('clerkWebhook', 'must be false without oidcIssuer');
    return undefined;
  }
  // Else tokens that the issuer made out for any other service would be taken here too.
  if (audience === '' && authorizedParties === '')
    read.refuse('oidcAudience', 'must be set with oidcIssuer, or oidcAuthorizedParties');
  return { issuer, jwksUrl, audience, authorizedParties, clerkWebhookSecret };
}
