import { Environment } from '@logomorph/contract/environment.ts';
import Type from 'typebox';
import Value from 'typebox/value';
import { integer, type SettingKey, text } from './setting-forms.ts';

/** The settings of what clients may do at most: each means what the variable of the programs does that it becomes. */
export const LIMIT_KEYS = {
  rateLimitPerKeyPerMinute: whole('RATE_LIMIT_PER_KEY_PER_MINUTE'),
  rateLimitPerTenantPerMinute: whole('RATE_LIMIT_PER_TENANT_PER_MINUTE'),
  rateLimitRendersPerMinute: whole('RATE_LIMIT_RENDERS_PER_MINUTE'),
  rateLimitSignedPerMinute: whole('RATE_LIMIT_SIGNED_PER_MINUTE'),
  rateLimitFailedKeysPerMinute: whole('RATE_LIMIT_FAILED_KEYS_PER_MINUTE'),
  quotaRendersPerDay: quota('QUOTA_RENDERS_PER_DAY'),
  quotaUnfinishedRenders: quota('QUOTA_UNFINISHED_RENDERS'),
  quotaStoredBytes: quota('QUOTA_STORED_BYTES'),
  maxLogoBytes: whole('MAX_LOGO_BYTES'),
  maxConnections: whole('MAX_CONNECTIONS'),
} as const satisfies Record<string, SettingKey>;

function whole(variable: keyof Environment) {
  const Variable = Type.Object({
    minimum: Type.Integer(),
    maximum: Type.Integer(),
    default: Type.Integer(),
    description: Type.String(),
  });
  const { minimum, maximum, default: value, description } = Value.Parse(Variable, Environment.properties[variable]);
  return integer(minimum, maximum, value, description);
}

function quota(variable: keyof Environment) {
  const { description } = Value.Parse(Type.Object({ description: Type.String() }), Environment.properties[variable]);
  return text({ pattern: /^[1-9]\d{0,14}$/, rule: 'a whole number from 1 on, of 15 digits at most' }, '', description);
}
