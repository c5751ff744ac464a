import { connectDatabase } from '@logomorph/core/database/connect.ts';
import { folderStore } from '@logomorph/core/object-store/folder-store.ts';
import { connectQueue } from '@logomorph/core/queue/connect.ts';
import { silent } from '@logomorph/core/testing/database.ts';
import { eraseNext } from '../erasure/erasures.ts';
import { receiptSigner } from '../erasure/receipt-signer.ts';

// Goes on with an erasure as the API does, and is killed before the page of that number.
const [url = '', folder = '', pages = '', secretsKey = ''] = process.argv.slice(2);
const db = connectDatabase(url, silent);
let left = Number(pages);
const dying = {
  get aborted() {
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
    return false;
  },
};
const queue = connectQueue({ redisUrl: undefined, databaseUrl: url }, silent);
const signer = await receiptSigner([secretsKey]);
await eraseNext({ db, queue, store: folderStore(folder), signer, settleSeconds: 0, logger: silent }, 60, dying);
await queue.close();
await db.destroy();
