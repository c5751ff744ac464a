const UNITS: Readonly<Record<string, number>> = { m: 1e-3, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 };

/** A quantity of Kubernetes as a number, of those forms that the settings allow; else not a number. */
export function amount(quantity: string): number {
  const [, number = 'none', unit = ''] = /^([\d.]+)(\D*)$/.exec(quantity) ?? [];
  return Number(number) * (UNITS[unit] ?? 1);
}

/** An amount of CPU as Kubernetes writes it. */
export function cores(amount: number): string {
  return `${Math.ceil(amount * 1000)}m`;
}

/** An amount of memory in bytes as Kubernetes writes it. */
export function mebibytes(amount: number): string {
  return `${Math.ceil(amount / 2 ** 20)}Mi`;
}
