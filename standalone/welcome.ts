/** How the first key is told, when it is made. */
export function keyLines(key: string): string[] {
  return [`  Key    ${key}`, '         It is shown this once: keep it.'];
}

/** What a person reads when all is up. */
export function welcome(running: {
  api: string;
  dataFolder: string;
  workers: number;
  key: string | undefined;
}): string {
  const { api, dataFolder, workers, key } = running;
  const aboutKey =
    key === undefined ? ['  Key    made at an earlier start; npm run key -- --name NAME makes another'] : keyLines(key);
  return [
    '',
    `LogoMorph runs, with ${workers} ${workers === 1 ? 'worker' : 'workers'}.`,
    '',
    `  API    ${api}`,
    `  Docs   ${api}/api-docs`,
    `  Data   ${dataFolder}`,
    ...aboutKey,
    '',
    'Ctrl-C stops it.',
    '',
  ].join('\n');
}
