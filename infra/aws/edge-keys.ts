import { integer, type SettingKey, text } from '../setting-forms.ts';
import { networks } from './setting-keys.ts';

const label = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';

/** The settings of how clients of the internet reach the API of a stack in AWS. */
export const EDGE_KEYS = {
  domainName: text(
    { pattern: new RegExp(`^(?=.{1,253}$)${label}(\\.${label})+$`), rule: 'a name of DNS, like api.example.com' },
    '',
    'Name under which clients reach the API over the internet; without it none do',
  ),
  hostedZoneId: text(
    { pattern: /^Z[A-Z0-9]{7,31}$/, rule: 'the id of a hosted zone, like Z0123456789ABCDEFGHIJ' },
    '',
    'Public zone of Route 53 that the name is in',
  ),
  clientRanges: text(networks, '', 'Networks that clients may come from; without it they come from anywhere'),
  firewallRateLimit: integer(
    100,
    20_000_000,
    50_000,
    'Requests that one address may make in five minutes; more are refused by the firewall',
  ),
} as const satisfies Record<string, SettingKey>;
