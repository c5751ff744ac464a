import { HOURS_A_MONTH, PRICES } from '@logomorph/infra/cost/prices.ts';
import type { Measured, Taken } from '../../../bench/footprint/footprint.ts';
import { table } from '../markdown.ts';
import { allCpu, bounds, costOfMillion, FULL, meanKit } from './model.ts';

const SECONDS_A_MONTH = HOURS_A_MONTH * 3600;

/** The tables of docs/scale.md, by the names of their places in it. */
export function scaleTables({ footprints }: Measured): Readonly<Record<string, string>> {
  const kit = meanKit(footprints);
  return {
    footprint: footprintTable(footprints),
    bounds: boundsTable(kit),
    cost: costTable(kit),
    growth: growthTable(kit),
  };
}

function footprintTable(footprints: Measured['footprints']): string {
  return table(
    ['Logo', 'Render', 'Worker CPU', 'API CPU', 'Postgres CPU', 'Commits', 'Log', 'Rows', 'Objects', 'Bytes', 'Redis'],
    footprints.map((one) => [
      one.logo,
      one.recipe,
      `${one.workerCpu.toFixed(0)} ms`,
      `${one.apiCpu.toFixed(0)} ms`,
      `${one.postgresCpu.toFixed(0)} ms`,
      one.commits.toFixed(0),
      kilobytes(one.walBytes),
      kilobytes(one.rowBytes),
      one.objects.toFixed(0),
      kilobytes(one.objectBytes),
      `${one.redisCommands.toFixed(0)} commands`,
    ]),
  );
}

function boundsTable(kit: Taken): string {
  const rows = bounds(kit).map(({ part, perSecond }) => [part, short(perSecond), million(perSecond * SECONDS_A_MONTH)]);
  return table([`Part, ${FULL * 100} % full`, 'Kits a second', 'Kits a month'], rows);
}

function costTable(kit: Taken): string {
  const parts = Object.entries(costOfMillion(kit));
  const total = parts.reduce((sum, [, dollars]) => sum + dollars, 0);
  const rows = [...parts, ['All', total] as const].map(([part, cost]) => [part, dollars(cost)]);
  return table([`Of a million kits (${PRICES.region}, ${PRICES.asOf})`, 'US dollars'], rows);
}

function growthTable(kit: Taken): string {
  const base = (2 * 1000 * FULL) / allCpu(kit);
  const cost = Object.values(costOfMillion(kit)).reduce((sum, one) => sum + one, 0);
  const columns = [1, 10, 100, 1000].map((times) => {
    const rate = base * times;
    const cores = (ms: number) => atLeastOne((rate * ms) / 1000 / FULL);
    return [
      short(rate),
      million(rate * SECONDS_A_MONTH),
      cores(kit.workerCpu),
      cores(kit.apiCpu),
      cores(kit.postgresCpu),
      short(rate * kit.commits),
      `${short((rate * kit.walBytes) / 1e6)} MB`,
      short(rate * kit.redisCommands),
      short(rate * kit.objects),
      `${short((rate * kit.objectBytes * SECONDS_A_MONTH) / 1e12)} TB`,
      dollars((rate * SECONDS_A_MONTH * cost) / 1e6),
    ];
  });
  const names = [
    'Kits a second',
    'Kits a month',
    'Cores of workers',
    'Cores of the API',
    'Cores of Postgres',
    'Commits a second',
    'Log of Postgres a second',
    'Commands of Redis a second',
    'Objects written a second',
    'Objects kept (a month)',
    'US dollars a month, by the table above',
  ];
  return table(
    ['', '1×, one node', '10×', '100×', '1,000×'],
    names.map((name, at) => [name, ...columns.map((column) => column[at] ?? '')]),
  );
}

function atLeastOne(cores: number): string {
  return cores < 1 ? cores.toFixed(1) : Math.ceil(cores).toLocaleString('en');
}

function kilobytes(bytes: number): string {
  return `${short(bytes / 1000)} KB`;
}

function million(count: number): string {
  return `${short(count / 1e6)} million`;
}

function dollars(amount: number): string {
  return amount < 10 ? amount.toFixed(2) : Math.round(amount).toLocaleString('en');
}

/** A number to two places that count, as more would claim to be known. */
function short(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 2 });
}
