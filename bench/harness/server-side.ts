import { once } from 'node:events';
import type { Server } from 'node:http';

/** What a server process has used since it started: milliseconds of CPU, and its peak of resident bytes. */
export interface Usage {
  cpu: number;
  peakRss: number;
}

/** Listens on a free port and tells the parent which. */
export async function listen(server: Server): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
}

/** Answers each message of the parent with the usage up to then. */
export function answerUsage(): void {
  process.on('message', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    process.send?.({ cpu: (userCPUTime + systemCPUTime) / 1000, peakRss: maxRSS * 1024 } satisfies Usage);
  });
}
