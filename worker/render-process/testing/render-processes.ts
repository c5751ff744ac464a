import type { TestContext } from 'node:test';
import type { Recipe } from '@logomorph/contract/recipe/recipe.ts';
import { defer } from '@logomorph/core/testing/defer.ts';
import { until } from '@logomorph/core/testing/until.ts';
import sharp from 'sharp';
import type { RenderedFile, render } from '../../renderer/render.ts';
import type { TestLogo } from '../../renderer/testing/logos.ts';
import { variantRecipe } from '../../renderer/testing/render-all.ts';
import { startRenderProcess } from '../render-process.ts';
import type { EndReason } from '../renderer-child.ts';
import { residentBytes } from '../resident-memory.ts';

/** A render process that the test ends, and why those before it were replaced. */
export async function testRenderProcess(t: TestContext, options: { memoryBytes?: number } = {}) {
  const replaced: EndReason[] = [];
  const running = await startRenderProcess({ env: {}, onReplaced: (reason) => replaced.push(reason), ...options });
  defer(t, () => running.close());
  const pid = async () => {
    const id = await running.ready();
    if (id === undefined) throw new Error('no process');
    return id;
  };
  return { render: running.render, pid, replaced };
}

/** All files of a render, and its warnings. */
export async function collect(
  renderer: typeof render,
  logo: TestLogo,
  recipe: Recipe,
  signal = new AbortController().signal,
): Promise<{ files: RenderedFile[]; warnings: string[] }> {
  const warnings: string[] = [];
  const options = { signal, warn: (warning: string) => warnings.push(warning) };
  const files = await Array.fromAsync(renderer([logo], recipe, options));
  return { files, warnings };
}

export const SMALL: TestLogo = {
  format: 'svg',
  bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 2h20v20H2z"/></svg>'),
};

/** What takes a minute and 600 MB inside of an encoder, where nothing stops it. */
export async function heavy(): Promise<{ logo: TestLogo; recipe: Recipe }> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const picture = sharp({ create: { width: 500, height: 500, channels: 3, background: '#000', noise } });
  const recipe = variantRecipe({ format: 'avif', width: 4096, height: 4096, fit: 'fill', effort: 'high' });
  return { logo: { format: 'png', bytes: await picture.png().toBuffer() }, recipe };
}

/** Waits until a process has ended. A process that nobody has asked for its end yet has no memory either. */
export function gone(pid: number): Promise<void> {
  return until(() => residentBytes(pid) === 0);
}
