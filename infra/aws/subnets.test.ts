import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { subnetCidrs } from './subnets.ts';

test('a VPC of /16 has large private subnets, and small ones for load balancers and data', () => {
  assert.deepEqual(subnetCidrs('10.20.0.0/16', 3), {
    private: ['10.20.0.0/19', '10.20.32.0/19', '10.20.64.0/19'],
    public: ['10.20.96.0/22', '10.20.100.0/22', '10.20.104.0/22'],
    data: ['10.20.108.0/22', '10.20.112.0/22', '10.20.116.0/22'],
  });
});

test('subnets are in the VPC, apart from each other, and leave half of it free', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 16, max: 20 }),
      fc.nat(2 ** 16 - 1),
      fc.integer({ min: 1, max: 3 }),
      (bits, n, zones) => {
        const size = 2 ** (32 - bits);
        const start = (n % 2 ** bits) * size;
        const text = [24, 16, 8, 0].map((shift) => (start >>> shift) & 255).join('.');
        const all = Object.values(subnetCidrs(`${text}/${bits}`, zones))
          .flat()
          .map(range);
        assert.equal(all.length, zones * 3);
        all.sort((one, other) => one.first - other.first);
        for (const [i, { first, last }] of all.entries()) {
          assert.ok(first >= start && last < start + size / 2);
          assert.ok(first > (all[i - 1]?.last ?? -1));
          // AWS takes subnets down to /28, and a load balancer wants a /27.
          assert.ok(last - first + 1 >= 32);
        }
      },
    ),
  );
});

test('what is no network, or cannot be divided, is refused', () => {
  for (const cidr of ['10.0.0.0', '10.0.0.0/8', '10.0.0.0/21', '10.0.1.0/16', '300.0.0.0/16', 'ten/16', ''])
    assert.throws(() => subnetCidrs(cidr, 3), /no network from \/16 to \/20/, cidr);
  for (const zones of [0, 4]) assert.throws(() => subnetCidrs('10.0.0.0/16', zones), /no number of zones/);
});

function range(cidr: string) {
  const [text = '', bits] = cidr.split('/');
  const first = text.split('.').reduce((number, byte) => number * 256 + Number(byte), 0);
  const size = 2 ** (32 - Number(bits));
  assert.equal(first % size, 0, cidr);
  return { first, last: first + size - 1 };
}
