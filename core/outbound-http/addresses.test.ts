import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressRanges, isIn, isPublic } from './addresses.ts';

const PUBLIC = ['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1', '2001:4860::8'];

const NOT_PUBLIC = [
  ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '100.100.100.200', '127.0.0.1', '127.255.255.254', '169.254.169.254'],
  ...['172.16.0.1', '172.31.255.255', '192.0.0.192', '192.168.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
  ...['168.63.129.16', '240.0.0.1', '203.0.113.9', '192.88.99.1'],
  ...['::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::a00:1'],
  ...['2002:7f00:1::', '2001:0:7f00:1::', '2001:db8::1', '3fff::1', 'fe80::1', 'fec0::1', 'fc00::1', 'fd00:ec2::254'],
  ...['ff02::1', '100::1', '5f00::1'],
];

for (const address of PUBLIC) test(`${address} is public`, () => assert.equal(isPublic(address), true));
for (const address of NOT_PUBLIC) test(`${address} is not public`, () => assert.equal(isPublic(address), false));

test('ranges hold what is in them, also mapped into IPv6', () => {
  const ranges = addressRanges(['10.0.0.0/8', '::1/128']);
  for (const address of ['10.9.9.9', '::ffff:10.9.9.9', '::1']) assert.equal(isIn(ranges, address), true, address);
  for (const address of ['11.0.0.1', '::2', '127.0.0.1']) assert.equal(isIn(ranges, address), false, address);
});

for (const range of ['10.0.0.0', '10.0.0.0/33', '10.0.0/8', 'localhost/8', '::1/129', '::1/', '/8', '']) {
  test(`${JSON.stringify(range)} is no range`, () => assert.throws(() => addressRanges([range]), /is no range/));
}
