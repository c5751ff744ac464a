/** How many times as large as `large` the sizes of AWS's machines are, in price as in all else. */
const SIZES: Readonly<Record<string, number>> = { nano: 1 / 16, micro: 1 / 8, small: 1 / 4, medium: 1 / 2, large: 1 };

/** The price of an hour of a machine, from that of another size of its family; undefined where none is known. */
export function machineHour(prices: Readonly<Record<string, number>>, machine: string): number | undefined {
  const own = sizeOf(machine);
  for (const [known, price] of Object.entries(prices))
    if (own !== undefined && familyOf(known) === familyOf(machine)) return (price / (sizeOf(known) ?? 1)) * own;
  return undefined;
}

function familyOf(machine: string): string {
  return machine.slice(0, machine.lastIndexOf('.'));
}

function sizeOf(machine: string): number | undefined {
  const size = machine.slice(machine.lastIndexOf('.') + 1);
  const [, times] = /^(\d*)xlarge$/.exec(size) ?? [];
  return times === undefined ? SIZES[size] : Number(times || 1) * 2;
}
