/** IPv4 that is not of the public internet: the IANA special-purpose registry (RFC 6890), multicast, and one more. */
export const NOT_PUBLIC_IPV4 = [
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
] as const;

/** What is global unicast in IPv6 (RFC 4291, 2.4). Mapped and NAT64 addresses are outside of it. */
export const GLOBAL_IPV6 = '2000::/3';

/**
 * Inside of what is global unicast: addresses for tests and documentation, and those that carry an IPv4 address, as Teredo
 * and 6to4 do.
 */
export const NOT_PUBLIC_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'] as const;
