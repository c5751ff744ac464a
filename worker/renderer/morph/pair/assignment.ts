/**
 * Pairs rows with columns such that the costs of all pairs add up to the least (the Hungarian method with potentials,
 * O(rows² · columns)). Gives the column of each row; there have to be at least as many columns as rows.
 */
export function assign(costs: readonly (readonly number[])[]): number[] {
  const rows = costs.length;
  const columns = costs[0]?.length ?? 0;
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  // Rows and columns are counted from 1; column 0 holds the row that looks for its place.
  const rowOf = new Int32Array(columns + 1);
  const cameFrom = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(columns + 1).fill(Infinity);
    const done = new Uint8Array(columns + 1);
    do {
      done[column] = 1;
      const current = rowOf[column] ?? 0;
      let delta = Infinity;
      let next = 0;
      for (let j = 1; j <= columns; j++) {
        if (done[j]) continue;
        const reduced = (costs[current - 1]?.[j - 1] ?? 0) - (rowPotential[current] ?? 0) - (columnPotential[j] ?? 0);
        if (reduced < (least[j] ?? 0)) {
          least[j] = reduced;
          cameFrom[j] = column;
        }
        if ((least[j] ?? 0) < delta) {
          delta = least[j] ?? 0;
          next = j;
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (done[j]) {
          const owner = rowOf[j] ?? 0;
          rowPotential[owner] = (rowPotential[owner] ?? 0) + delta;
          columnPotential[j] = (columnPotential[j] ?? 0) - delta;
        } else least[j] = (least[j] ?? 0) - delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const before = cameFrom[column] ?? 0;
      rowOf[column] = rowOf[before] ?? 0;
      column = before;
    }
  }
  const columnOf: number[] = new Array(rows).fill(-1);
  rowOf.forEach((row, column) => {
    if (column > 0 && row > 0) columnOf[row - 1] = column - 1;
  });
  return columnOf;
}

/** Pairs members of two lists at the least cost in sum; the longer list's others are left over. */
export function pairUp<A, B>(
  from: readonly A[],
  to: readonly B[],
  cost: (a: A, b: B) => number,
): { pairs: [A, B][]; leftFrom: A[]; leftTo: B[] } {
  const swapped = from.length > to.length;
  const costs = swapped ? to.map((b) => from.map((a) => cost(a, b))) : from.map((a) => to.map((b) => cost(a, b)));
  const pairs: [A, B][] = [];
  for (const [row, column] of assign(costs).entries()) {
    const [a, b] = swapped ? [from[column], to[row]] : [from[row], to[column]];
    if (a !== undefined && b !== undefined) pairs.push([a, b]);
  }
  pairs.sort(([a], [b]) => from.indexOf(a) - from.indexOf(b));
  const used = new Set<A | B>(pairs.flat());
  return {
    pairs,
    leftFrom: from.filter((a) => !used.has(a)),
    leftTo: to.filter((b) => !used.has(b)),
  };
}
