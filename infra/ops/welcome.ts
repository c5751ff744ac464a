import { PORTS } from '@logomorph/contract/ports.ts';

/** Where the product of a stack is, and how the first key for it is made. */
export function welcome(context: string, outputs: ReadonlyMap<string, string>): string {
  const kubectl = `kubectl --context ${context} --namespace ${outputs.get('namespace')}`;
  const lines = [
    ['API', `${kubectl} port-forward service/${outputs.get('apiService')} ${PORTS.service}:80`],
    ['', `then http://localhost:${PORTS.service}, its docs at http://localhost:${PORTS.service}/api-docs`],
    ['First key', `${kubectl} exec deploy/${outputs.get('apiDeployment')} -- node service/create-key.ts --name first`],
  ];
  const cluster = outputs.get('cluster');
  if (cluster !== undefined)
    lines.unshift([
      'Cluster',
      `aws eks update-kubeconfig --name ${cluster} --alias ${context} --region ${outputs.get('region')}`,
    ]);
  const url = outputs.get('apiUrl');
  if (url !== undefined) lines.splice(-1, 0, ['Clients', url]);
  const prometheus = outputs.get('prometheusService');
  if (prometheus !== undefined) lines.push(['Prometheus', `${kubectl} port-forward service/${prometheus} 9090:9090`]);
  const alertmanager = outputs.get('alertmanagerService');
  if (alertmanager !== undefined) lines.push(['Alerts', `${kubectl} port-forward service/${alertmanager} 9093:9093`]);
  const grafana = outputs.get('grafanaService');
  if (grafana !== undefined) {
    const secret = `${kubectl} get secret --selector app.kubernetes.io/name=grafana`;
    lines.push(
      ['Grafana', `${kubectl} port-forward service/${grafana} 3001:3001`],
      ['', 'then http://localhost:3001 as admin, with the password from:'],
      ['', `${secret} --output jsonpath='{.items[0].data.admin-password}' | base64 --decode`],
    );
  }
  return table(lines);
}

/** What is left to do before the product of a stack can run on what was made for it. */
export function foundationText(outputs: ReadonlyMap<string, string>): string {
  return table([
    ['Images', `push to ${outputs.get('serviceRepository')} and ${outputs.get('workerRepository')}`],
    ['Then', 'npm run up, with --service-image and --worker-image by digest'],
  ]);
}

function table(lines: readonly string[][]): string {
  return lines.map(([what = '', how = '']) => `  ${what.padEnd(12)}${how}`).join('\n');
}
