import { type BlockList, isIP } from 'node:net';
import { isIn, isPublic } from './addresses.ts';
import { OutboundError } from './outbound-error.ts';

/** What outgoing requests may reach. */
export interface OutboundRules {
  /** Whether the public internet may be reached over plain http too. */
  plainHttp: boolean;
  /** Addresses that may be reached though they are not public, over http and at any port. */
  allowed: BlockList;
}

/** How a host is to be reached: the parts of a URL that are not the host. */
export type Way = Pick<URL, 'protocol' | 'port'>;

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** With a user or a password, or with the sign after which there would be neither, of which `URL` tells nothing. */
const WITH_USER = /^[^/?#]*\/\/[^/?#\\]*@/;

/** As it stands: from others `URL` takes line breaks, and it adds slashes to them, or turns them round. */
const AS_IT_STANDS = /^[a-z]+:\/\/[^\s\p{Cc}/\\][^\s\p{Cc}\\]*$/iu;

/**
 * Reads a URL that a client names now, which has to be one as it stands, for it is kept and shown like that.
 * @throws OutboundError refused, with the rule as its message, to be read after "the URL"
 */
export function readNamedUrl(text: string, rules: OutboundRules): URL {
  const url = readUrl(text, rules);
  if (AS_IT_STANDS.test(text)) return url;
  throw new OutboundError('refused', 'must have // and a host in it, and no spaces, line breaks or backslashes');
}

/**
 * Reads a URL that a client has named. Of its host, nothing is known before it is connected to.
 * @throws OutboundError refused, with the rule as its message, to be read after "the URL"
 */
export function readUrl(text: string, rules: OutboundRules): URL {
  const url = URL.parse(text);
  if (url === null) throw new OutboundError('refused', 'must be a URL');
  if (!(url.protocol in DEFAULT_PORTS)) throw new OutboundError('refused', 'must begin with https://');
  if (url.username !== '' || url.password !== '' || WITH_USER.test(text)) {
    throw new OutboundError('refused', 'must not have a user or a password in it');
  }
  url.hash = '';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const refusal = isIP(host) === 0 ? refusalOfWay(url, rules) : refusalOfAddress(host, url, rules);
  if (refusal !== undefined) throw refusal;
  return url;
}

/** Why an address may not be reached in this way; undefined when it may. */
export function refusalOfAddress(address: string, way: Way, rules: OutboundRules): OutboundError | undefined {
  if (isIn(rules.allowed, address)) return undefined;
  if (!isPublic(address)) return new OutboundError('refused', 'must lead to a public address');
  return isUsual(way, rules) ? undefined : unusual(rules);
}

/** Where no private address is allowed, nothing can be reached in an unusual way. */
function refusalOfWay(way: Way, rules: OutboundRules): OutboundError | undefined {
  return rules.allowed.rules.length > 0 || isUsual(way, rules) ? undefined : unusual(rules);
}

/** Whether the internet may be reached in this way; if not, it is for the allowed addresses alone. */
function isUsual({ protocol, port }: Way, { plainHttp }: OutboundRules): boolean {
  return (port === '' || port === DEFAULT_PORTS[protocol]) && (protocol === 'https:' || plainHttp);
}

function unusual({ plainHttp }: OutboundRules): OutboundError {
  return new OutboundError('refused', plainHttp ? 'must be at port 80 or 443' : 'must be of https, at port 443');
}
