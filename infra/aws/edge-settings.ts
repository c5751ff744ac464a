import { itemsOf } from '../setting-forms.ts';
import type { SettingReader } from '../setting-reader.ts';

/** How clients of the internet reach the API. */
export interface EdgeSettings {
  domainName: string;
  /** Zone of Route 53 that the name is in. */
  zoneId: string;
  /** Networks that clients may come from; none for anywhere. */
  clientRanges: string[];
  /** Requests that one address may make in five minutes. */
  rateLimit: number;
}

/** Reads how clients of the internet reach the API; undefined where none do. */
export function readEdge(read: SettingReader): EdgeSettings | undefined {
  const domainName = read.text('domainName');
  const clientRanges = itemsOf(read.text('clientRanges'));
  const rateLimit = read.integer('firewallRateLimit');
  if (domainName !== '')
    return { domainName, zoneId: read.requiredText('hostedZoneId', 'domainName is set'), clientRanges, rateLimit };
  if (read.text('hostedZoneId') !== '') read.refuse('hostedZoneId', 'must not be set without domainName');
  return undefined;
}
