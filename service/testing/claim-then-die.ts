import { connectDatabase } from '@logomorph/core/database/connect.ts';
import { silent } from '@logomorph/core/testing/database.ts';
import { claimDue } from '../webhooks/claim.ts';
import { fanOut } from '../webhooks/fan-out.ts';

// Takes the webhooks that are due as the API does, and is killed before it has sent them.
const [url = ''] = process.argv.slice(2);
const db = connectDatabase(url, silent);
await fanOut(db);
const claimed = await claimDue(db, 10, []);
if (claimed.length > 0) process.kill(process.pid, 'SIGKILL');
