import { PORTS } from '@logomorph/contract/ports.ts';
import type { DataStores } from './data-stores.ts';
import type { ConfigVariables, SecretVariables } from './kubernetes/config.ts';
import type { Settings } from './settings.ts';

/** The environment of both programs. */
export function appEnvironment(
  { logLevel, limits, times, secretsKey, admin, corsOrigins, signIn, scanner, network }: Settings,
  stores: DataStores,
): { variables: ConfigVariables; secrets: SecretVariables } {
  return {
    variables: {
      NODE_ENV: 'production',
      LOG_LEVEL: logLevel,
      ...limits,
      // A Job does so, once, before any pod of a release starts.
      MIGRATE_AT_START: 'false',
      HOST: '0.0.0.0',
      PORT: `${PORTS.service}`,
      WORKER_PORT: `${PORTS.worker}`,
      RENDER_TIMEOUT_SECONDS: `${times.renderTimeout}`,
      DEREGISTRATION_DELAY_SECONDS: `${times.deregistrationDelay}`,
      TRUSTED_PROXIES: network.trustedProxies.join(),
      // By the default of ADMIN_HOST it listens inside the pod alone, where nothing but a port-forward comes.
      ...(admin && { ADMIN_PORT: `${PORTS.admin}` }),
      ...(corsOrigins !== '' && { CORS_ORIGINS: corsOrigins }),
      ...(signIn && { OIDC_ISSUER: signIn.issuer }),
      ...(signIn?.jwksUrl && { OIDC_JWKS_URL: signIn.jwksUrl }),
      ...(signIn?.audience && { OIDC_AUDIENCE: signIn.audience }),
      ...(signIn?.authorizedParties && { OIDC_AUTHORIZED_PARTIES: signIn.authorizedParties }),
      ...(scanner && {
        CLAMAV_HOST: scanner.host,
        CLAMAV_PORT: `${scanner.port}`,
        SCAN_WHEN_DOWN: scanner.whenDown,
      }),
      ...stores.variables,
    },
    secrets: {
      ...stores.secrets,
      ...(secretsKey && { SECRETS_KEY: secretsKey }),
      ...(admin && { ADMIN_TOKEN: admin.token }),
      ...(signIn?.clerkWebhookSecret && { CLERK_WEBHOOK_SECRET: signIn.clerkWebhookSecret }),
    },
  };
}
