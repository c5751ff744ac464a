import type * as k8s from '@pulumi/kubernetes';
import type * as pulumi from '@pulumi/pulumi';
import { createConfigMap } from './config-map.ts';

const FOLDER = '/etc/logomorph';
const FILE = 'database-ca.pem';

/** Where programs have the certificates of those who sign the database's: `sslrootcert` of its URL. */
export const DATABASE_CA_PATH = `${FOLDER}/${FILE}`;

/** Files that the containers of our programs have. */
export interface ProgramFiles {
  volumes: k8s.types.input.core.v1.Volume[];
  mounts: k8s.types.input.core.v1.VolumeMount[];
}

/** A config map with the certificates. */
export function createDatabaseCa(
  bundle: string | undefined,
  metadata: k8s.types.input.meta.v1.ObjectMeta,
  parent: pulumi.Resource,
): ProgramFiles {
  if (bundle === undefined) return { volumes: [], mounts: [] };
  const config = createConfigMap('database-ca', metadata, { [FILE]: bundle }, parent);
  return {
    volumes: [{ name: 'database-ca', configMap: { name: config } }],
    mounts: [{ name: 'database-ca', mountPath: FOLDER, readOnly: true }],
  };
}
