import { BlockList, isIPv4 } from 'node:net';

/** IPv4 that is not of the public internet: the IANA special-purpose registry (RFC 6890), multicast, and one more. */
const NOT_PUBLIC_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  // Link-local, with the metadata of most clouds.
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  // Azure's own services, at an address that looks public.
  '168.63.129.16/32',
];

/**
 * Inside of what is global unicast (RFC 4291, 2.4): addresses for tests and documentation, and those that carry an IPv4
 * address, as Teredo and 6to4 do. Mapped and NAT64 addresses are outside of it.
 */
const NOT_PUBLIC_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const notPublic = addressRanges([...NOT_PUBLIC_IPV4, ...NOT_PUBLIC_IPV6]);
const globalUnicast = addressRanges(['2000::/3']);

/**
 * Ranges of addresses in CIDR notation, as one list to check against.
 * @throws an error that names what is no range
 */
export function addressRanges(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix = ''] = range.split('/');
    try {
      if (!/^\d{1,3}$/.test(prefix)) throw new Error('no prefix');
      list.addSubnet(address, Number(prefix), familyOf(address));
    } catch (cause) {
      throw new Error(`${JSON.stringify(range)} is no range like 10.0.0.0/8`, { cause });
    }
  }
  return list;
}

/** Whether an address is in one of the ranges. An IPv4 address mapped into IPv6 is in those of IPv4. */
export function isIn(ranges: BlockList, address: string): boolean {
  return ranges.check(address, familyOf(address));
}

/** Whether an address is one of the public internet, which everybody may be sent to. */
export function isPublic(address: string): boolean {
  return (isIPv4(address) || isIn(globalUnicast, address)) && !isIn(notPublic, address);
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}
