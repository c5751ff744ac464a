import { BlockList, isIPv4 } from 'node:net';
import { GLOBAL_IPV6, NOT_PUBLIC_IPV4, NOT_PUBLIC_IPV6 } from '@logomorph/contract/addresses.ts';

const notPublic = addressRanges([...NOT_PUBLIC_IPV4, ...NOT_PUBLIC_IPV6]);
const globalUnicast = addressRanges([GLOBAL_IPV6]);

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
