import { parseArgs } from 'node:util';
import { SCENARIOS } from './scenarios.ts';
import { row, TABLE_HEAD } from './table.ts';

// `npm run promises` breaks the product in every way there is, and prints a table of what became of it.
const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    times: { type: 'string', default: '1' },
    brief: { type: 'boolean', default: false },
    'redis-database': { type: 'string', default: '4' },
  },
});
const chosen = SCENARIOS.filter(({ name }) => values.only === undefined || values.only.includes(name));
if (chosen.length === 0) throw new Error(`There are ${SCENARIOS.map(({ name }) => name).join(', ')}`);
console.log(TABLE_HEAD);
let complaints = 0;
for (let time = 0; time < Number(values.times); time += 1) {
  for (const { name, skip, run } of chosen) {
    if (skip !== false) {
      console.log(row(name, skip, 0));
      continue;
    }
    const start = performance.now();
    const outcome = await run({ thorough: !values.brief, redisDatabase: Number(values['redis-database']) });
    console.log(row(name, outcome, (performance.now() - start) / 1000));
    for (const complaint of outcome.complaints) console.log(`  ${complaint}`);
    complaints += outcome.complaints.length;
  }
}
process.exitCode = complaints === 0 ? 0 : 1;
