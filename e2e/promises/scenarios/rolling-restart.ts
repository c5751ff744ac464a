import { setTimeout as sleep } from 'node:timers/promises';
import { LOGOS } from '../../harness/logos.ts';
import { balancer } from '../parts/balancer.ts';
import { impatientClients } from '../parts/impatient-clients.ts';
import { noSite, startSite } from '../parts/site.ts';
import type { Scenario } from '../scenario.ts';

/** How many clients send requests without a pause. */
const CLIENTS = 6;

/** All replicas are stopped and started, one after the other, while clients that try nothing twice are at work. */
export const rollingRestart: Scenario = {
  name: 'rolling-restart',
  skip: noSite,
  async run({ thorough, redisDatabase }) {
    await using site = await startSite({ redisDatabase, env: { DEREGISTRATION_DELAY_SECONDS: '2' } });
    await using before = await balancer(site.services.map(({ url }) => url));
    await Promise.all(site.services.map(({ url }) => before.hasTaken(url)));
    const logoId = await site.ledger.upload(await LOGOS['an SVG icon']());
    const clients = impatientClients(site, before.url, logoId, CLIENTS);
    const complaints: string[] = [];
    const rounds = thorough ? 5 : 1;
    for (let round = 0; round < rounds; round += 1) {
      for (const replica of [...site.services, ...site.workers]) {
        await sleep(1000);
        const code = await replica.program().stop();
        if (code !== 0) complaints.push(`a ${replica.kind} ended with code ${code}: ${replica.program().printed()}`);
        await replica.start();
        if (replica.kind === 'service') await before.hasTaken(replica.url);
      }
    }
    await sleep(1000);
    await clients.stop();
    const findings = await site.ledger.check();
    return {
      ...findings,
      broken: `${rounds} restarts of each replica`,
      requests: clients.requests(),
      failedRequests: clients.failures.length,
      complaints: [...findings.complaints, ...complaints, ...clients.failures],
    };
  },
};
