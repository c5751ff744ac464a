import type { TestContext } from 'node:test';
import type { LogoFormat } from '@logomorph/contract/logo.ts';
import { folderStore } from '@logomorph/core/object-store/folder-store.ts';
import { silent, testDatabase } from '@logomorph/core/testing/database.ts';
import { storedFiles } from '@logomorph/core/testing/stored-files.ts';
import { temporaryFolder } from '@logomorph/core/testing/temporary-folder.ts';
import { createWorkerMetrics } from '../metrics.ts';
import type { RenderJobDeps } from '../render-job.ts';
import { restrictLibvips } from '../renderer/loaders.ts';
import { render } from '../renderer/render.ts';
import { sourceMemory } from '../source-memory.ts';
import { storeRender } from './store-render.ts';

/** The logo of a render that names no other. */
export const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 2h20v20H2z"/></svg>',
);
const RECIPE = { type: 'kit', version: 1, name: 'A', background: '#ffffff', themeColor: '#ffffff' } as const;
/** A worker that nothing stops. */
export const never = new AbortController().signal;

/** What the handling of jobs needs, with a folder for files, and what puts renders there and looks at what became of them. */
export async function renderJobs(t: TestContext, overrides: Partial<RenderJobDeps> = {}) {
  restrictLibvips();
  const { db } = await testDatabase(t);
  const folder = await temporaryFolder(t);
  const store = folderStore(folder);
  const metrics = createWorkerMetrics();
  const deps: RenderJobDeps = {
    db,
    store,
    sources: sourceMemory(),
    logger: silent,
    metrics,
    render,
    renderTimeout: 20,
    ...overrides,
  };
  const tenantId = crypto.randomUUID();
  await db.insertInto('tenants').values({ id: tenantId, name: 'default' }).execute();

  const newRender = (bytes: Buffer = SVG, format: LogoFormat = 'svg', recipe: object = RECIPE) =>
    storeRender({ db, store, tenantId }, bytes, format, recipe);
  const look = async (renderId: string) => ({
    render: await db.selectFrom('renders').selectAll().where('id', '=', renderId).executeTakeFirstOrThrow(),
    outputs: await db.selectFrom('render_outputs').selectAll().where('render_id', '=', renderId).execute(),
    events: (
      await db.selectFrom('render_events').select('type').where('render_id', '=', renderId).orderBy('seq').execute()
    ).map(({ type }) => type),
  });
  return { db, deps, metrics, newRender, look, storedFiles: () => storedFiles(folder) };
}
