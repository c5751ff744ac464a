/** Where roles are that no deploy may alter. */
export const CI_PATH = '/logomorph-ci/';

/** Apart from the other roles, so that no deploy gives itself more rights. */
export function ciPath(environment: string): string {
  return `${CI_PATH}${environment}/`;
}
