import { setTimeout as sleep } from 'node:timers/promises';
import { type Health, objectStoreProxy } from '../parts/object-store-proxy.ts';
import { refusedUploads } from '../parts/refused-uploads.ts';
import { noSite, startSite } from '../parts/site.ts';
import { steadyLoad } from '../parts/steady-load.ts';
import type { Scenario } from '../scenario.ts';

// biome-ignore lint/style/noProcessEnv: the suite is told here where real servers are
const { E2E_S3_ENDPOINT, E2E_S3_BUCKET, CI } = process.env;

const noStore = E2E_S3_ENDPOINT || CI === 'true' ? noSite : 'E2E_S3_ENDPOINT is not set';

function breakingStore(name: string, health: Health, broken: string): Scenario {
  return {
    name,
    skip: noStore,
    async run({ thorough, redisDatabase }) {
      await using store = await objectStoreProxy(E2E_S3_ENDPOINT ?? '');
      const env = { S3_ENDPOINT: store.url, S3_BUCKET: E2E_S3_BUCKET ?? 'logomorph' };
      await using site = await startSite({ redisDatabase, env });
      const complaints: string[] = [];
      const load = await steadyLoad(site, thorough ? 1000 : 150);
      for (let time = 0; time < (thorough ? 2 : 1); time += 1) {
        await sleep(2000);
        store.become(health);
        await sleep(8000);
        // Of a store that hangs it takes most of a minute.
        if (thorough || health === 'failing') complaints.push(...(await refusedUploads(site)));
        store.become('well');
      }
      await load.stop();
      const findings = await site.ledger.check();
      complaints.push(...findings.complaints);
      return { ...findings, broken: `${store.refused()} ${broken}`, complaints };
    },
  };
}

/** The object store answers 500 for a while. */
export const objectStoreFailing = breakingStore('object-store-500', 'failing', 'requests answered 500');

/** The object store takes requests and says nothing for a while. */
export const objectStoreHanging = breakingStore('object-store-hang', 'hanging', 'requests left hanging');
