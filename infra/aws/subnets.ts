/** Addresses of the subnets, in the order of the zones. */
interface SubnetCidrs {
  /** For load balancers and NAT gateways. */
  public: string[];
  /** For nodes and pods; nearly all addresses are theirs. */
  private: string[];
  /** For data stores; no way leads out of them. */
  data: string[];
}

/**
 * Divides the addresses of a VPC among the subnets of up to three zones. Of its eighths the first three are private;
 * the fourth is divided by eight again, of which three are public and three for data. The other half stays free: a
 * subnet can never be made larger, but others can be added.
 *
 * @throws an error when the text is no IPv4 network from /16 to /20, as those of a VPC that can be so divided are
 */
export function subnetCidrs(vpcCidr: string, zones: number): SubnetCidrs {
  const [, a = 0, b = 0, c = 0, d = 0, bits = 0] =
    /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(vpcCidr)?.map(Number) ?? [];
  const start = ((a * 256 + b) * 256 + c) * 256 + d;
  const size = 2 ** (32 - bits);
  if (bits < 16 || bits > 20 || start % size !== 0 || [a, b, c, d].some((byte) => byte > 255))
    throw new Error(`no network from /16 to /20: ${vpcCidr}`);
  if (zones < 1 || zones > 3) throw new Error(`no number of zones from 1 to 3: ${zones}`);
  const part = (parts: number, index: number) =>
    `${address(start + (size / parts) * index)}/${bits + Math.log2(parts)}`;
  const inEachZone = (cidr: (zone: number) => string) => Array.from({ length: zones }, (_, zone) => cidr(zone));
  return {
    private: inEachZone((zone) => part(8, zone)),
    public: inEachZone((zone) => part(64, 24 + zone)),
    data: inEachZone((zone) => part(64, 27 + zone)),
  };
}

function address(number: number): string {
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');
}
