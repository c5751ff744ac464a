import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

// A program as the supervisor knows it, whose behaviour the test chooses by its environment.
// biome-ignore lint/style/noProcessEnv: it is a main file
const { NAME = '', LOG = '', FAIL_AT_START, DRAIN_MILLISECONDS = '0', DIE_AFTER_MILLISECONDS } = process.env;
const note = (what: string) => appendFileSync(LOG, `${NAME} ${what}\n`);

note(`starts ${process.pid}`);
if (FAIL_AT_START) process.exit(1);

const stop = async (reason: string) => {
  note(reason);
  await sleep(Number(DRAIN_MILLISECONDS));
  note('ends');
  process.exit(0);
};
process.once('SIGTERM', () => stop('drains'));
process.once('disconnect', () => stop('is alone'));
process.send?.({ type: 'ready', url: `http://${NAME}` });
if (DIE_AFTER_MILLISECONDS) setTimeout(() => process.exit(3), Number(DIE_AFTER_MILLISECONDS));
setInterval(() => {}, 60_000);
