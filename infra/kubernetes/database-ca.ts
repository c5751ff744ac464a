import * as k8s from '@pulumi/kubernetes';
import type * as pulumi from '@pulumi/pulumi';

const FOLDER = '/etc/logomorph';
const FILE = 'database-ca.pem';

/** Where programs have the certificates of those who sign the database's: `sslrootcert` of its URL. */
export const DATABASE_CA_PATH = `${FOLDER}/${FILE}`;

/** Files that the containers of our programs have. */
export interface ProgramFiles {
  volumes: k8s.types.input.core.v1.Volume[];
  mounts: k8s.types.input.core.v1.VolumeMount[];
}

/** A config map with the certificates, immutable and named by the engine, so that pods roll out when they change. */
export function createDatabaseCa(
  bundle: string | undefined,
  metadata: k8s.types.input.meta.v1.ObjectMeta,
  opts: pulumi.CustomResourceOptions,
): ProgramFiles {
  if (bundle === undefined) return { volumes: [], mounts: [] };
  const data = { [FILE]: bundle };
  const config = new k8s.core.v1.ConfigMap('database-ca', { metadata, data, immutable: true }, opts);
  return {
    volumes: [{ name: 'database-ca', configMap: { name: config.metadata.name } }],
    mounts: [{ name: 'database-ca', mountPath: FOLDER, readOnly: true }],
  };
}
