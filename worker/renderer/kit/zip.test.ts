import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';

test('a zip is the same in every time zone', () => {
  const script = `
    import { zip } from ${JSON.stringify(new URL('./zip.ts', import.meta.url).href)};
    const files = [{ name: 'a.txt', mediaType: 'text/plain', bytes: Buffer.from('a') }];
    process.stdout.write(zip(files).toString('hex'));`;
  const zips = ['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Chatham'].map((TZ) =>
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], { env: { TZ }, encoding: 'utf8' }),
  );
  assert.match(zips[0] ?? '', /^504b0304/);
  assert.equal(new Set(zips).size, 1);
});
