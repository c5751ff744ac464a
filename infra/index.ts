import { program } from './program.ts';

/** What plain `pulumi up` runs, and shows at its end. */
export const {
  cluster,
  expires,
  guestAccess,
  region,
  serviceRepository,
  workerRepository,
  previewRole,
  deployRole,
  namespace,
  apiDeployment,
  apiService,
  workerDeployment,
  serviceImage,
  workerImage,
  prometheusService,
  alertmanagerService,
  grafanaService,
} = program();
