import { startPostgres } from '../postgres.ts';

// A supervisor that is to be killed: it starts a Postgres on the folder it is given and never stops it.
await startPostgres({ dataFolder: process.argv[2] ?? '', log: () => {} });
process.stdout.write('started\n');
setInterval(() => {}, 60_000);
