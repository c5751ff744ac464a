import { createServer } from 'node:http';
import { createIPX, createIPXNodeServer, ipxFSStorage } from 'ipx';
import { answerUsage, listen } from '../harness/server-side.ts';

// The server of ipx over a folder, as `ipx serve` starts it.
const ipx = createIPX({ storage: ipxFSStorage({ dir: process.argv[2] }) });
await listen(createServer(createIPXNodeServer(ipx)));
answerUsage();
