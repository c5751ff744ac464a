import { PRICES } from '@logomorph/infra/cost/prices.ts';
import { type Footprint, type Taken, takenBy } from '../../../bench/footprint/footprint.ts';

/** How full parts are kept, so that a rush finds room and a zone may fail. */
export const FULL = 0.6;

/** Days for which results and rows are kept. */
const KEPT_DAYS = 30;

/** The share of a kit's bytes that its client fetches: the zip, which is about half of them. */
const FETCHED = 0.5;

const GIGA = 1e9;
const MILLION = 1e6;
const DAYS_A_MONTH = 365 / 12;
const MS_AN_HOUR = 3_600_000;

/** The mean of the kits among footprints. */
export function meanKit(footprints: readonly Footprint[]): Taken {
  const kits = footprints.filter(({ recipe }) => recipe === 'kit');
  if (kits.length === 0) throw new Error('No kit was measured');
  return takenBy((name) => kits.reduce((sum, kit) => sum + kit[name], 0) / kits.length);
}

/** Dollars for a million kits, by what they are paid for. */
export function costOfMillion(kit: Taken): Readonly<Record<string, number>> {
  const { hour, gigabyteMonth, gigabyte, millionRequests } = PRICES;
  const months = KEPT_DAYS / DAYS_A_MONTH;
  const hours = (ms: number) => (ms * MILLION) / MS_AN_HOUR / FULL;
  const gigabytes = (bytes: number) => (bytes * MILLION) / GIGA;
  return {
    'CPU of workers (c7g)': hours(kit.workerCpu) * (hour.nodes['c7g.xlarge'] / 4),
    'CPU of the API (c7g)': hours(kit.apiCpu) * (hour.nodes['c7g.xlarge'] / 4),
    'CPU of Postgres (db.m7g, in two zones)': hours(kit.postgresCpu) * ((2 * hour.databases['db.m7g.large']) / 2),
    'Rows, kept for a month (in two zones)': gigabytes(kit.rowBytes) * months * 2 * gigabyteMonth.database,
    'CPU of Redis (cache.m7g, with a replica)': hours(kit.redisCpu) * ((2 * hour.caches['cache.m7g.large']) / 2),
    'Objects stored (PUT)': kit.objects * millionRequests.put,
    'Objects, kept for a month': gigabytes(kit.objectBytes) * months * gigabyteMonth.bucket,
    'Zips to clients (GET and the way out)':
      millionRequests.get + gigabytes(kit.objectBytes * FETCHED) * gigabyte.toInternet,
  };
}

/** A part that can be full, and the kits a second at which it is. */
export interface Bound {
  part: string;
  perSecond: number;
}

/** Writes to one prefix of a bucket that S3 takes a second, by its documentation. */
const PUTS_A_PREFIX = 3500;

/** At how many kits a second each part is full, to `FULL`. */
export function bounds(kit: Taken): Bound[] {
  const cpu = (cores: number, ms: number) => (cores * 1000 * FULL) / ms;
  return [
    { part: 'One node of 2 cores that does all (npm start)', perSecond: cpu(2, allCpu(kit)) },
    { part: 'A core of workers', perSecond: cpu(1, kit.workerCpu) },
    { part: 'A core of the API', perSecond: cpu(1, kit.apiCpu) },
    { part: 'Postgres on 2 cores (db.m7g.large)', perSecond: cpu(2, kit.postgresCpu) },
    { part: 'Postgres on 64 cores (db.m7g.16xlarge)', perSecond: cpu(64, kit.postgresCpu) },
    { part: 'Redis, one core', perSecond: cpu(1, kit.redisCpu) },
    { part: 'One prefix of a bucket', perSecond: (PUTS_A_PREFIX * FULL) / kit.objects },
  ];
}

/** Milliseconds of CPU of a kit in all programs. */
export function allCpu({ workerCpu, apiCpu, postgresCpu, redisCpu }: Taken): number {
  return workerCpu + apiCpu + postgresCpu + redisCpu;
}
