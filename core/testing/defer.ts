import type { TestContext } from 'node:test';

const stacks = new WeakMap<TestContext, AsyncDisposableStack>();

/** Runs `undo` when the test ends, last deferred first: `t.after` itself goes in the order of registration. */
export function defer(t: TestContext, undo: () => Promise<unknown> | unknown): void {
  let stack = stacks.get(t);
  if (stack === undefined) {
    const made = new AsyncDisposableStack();
    stack = made;
    stacks.set(t, made);
    t.after(() => made.disposeAsync());
  }
  stack.defer(async () => {
    await undo();
  });
}
