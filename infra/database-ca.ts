import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from './ops/paths.ts';
import type { SettingReader } from './setting-reader.ts';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * Reads the certificates of those who sign that of the database. AWS has authorities of its own for RDS, which nothing
 * trusts by itself; whoever deploys puts them beside the project, so that a review sees what is trusted.
 */
export function readDatabaseCa(read: SettingReader, region: string): string {
  const url = `https://truststore.pki.rds.amazonaws.com/${region}/${region}-bundle.pem`;
  const file = read.requiredText(
    'databaseCaFile',
    `Postgres is connected to only if its certificate is signed by an authority in that file, ` +
      `which curl --fail --output rds-ca.pem ${url} fetches into the project`,
  );
  return file === '' ? '' : readBundle(read, file, url);
}

/** The same for a database that is there; undefined where its authority is known to all, or none is asked for. */
export function readOwnDatabaseCa(read: SettingReader): string | undefined {
  const file = read.text('databaseCaFile');
  return file === '' ? undefined : readBundle(read, file);
}

function readBundle(read: SettingReader, file: string, url?: string): string {
  const path = join(PROJECT_ROOT, file);
  if (!existsSync(path)) {
    const fetched = url === undefined ? '' : `; fetch it: curl --fail --output ${file} ${url}`;
    read.refuse('databaseCaFile', `names "${file}", and the project has no such file${fetched}`);
    return '';
  }
  const bundle = readFileSync(path, 'utf8');
  const wrong = wrongBundle(bundle, new Date());
  if (wrong !== undefined) read.refuse('databaseCaFile', `names "${file}", which ${wrong}`);
  return bundle;
}

/** What is wrong with the text of a bundle of authorities on a day; undefined for nothing. */
export function wrongBundle(bundle: string, today: Date): string | undefined {
  const found = bundle.match(CERTIFICATE)?.map(parse) ?? [];
  const certificates = found.filter((one) => one !== undefined);
  if (certificates.length < found.length) return 'has a certificate that is damaged';
  if (certificates.length === 0) return 'has no certificate';
  const other = certificates.find(({ ca }) => !ca);
  if (other !== undefined) return `has a certificate that is not of an authority: ${other.subject}`;
  const valid = certificates.some(({ validTo }) => new Date(validTo) > today);
  return valid ? undefined : 'has certificates that are all out of date';
}

function parse(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}
