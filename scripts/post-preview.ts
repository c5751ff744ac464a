import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { previewComment, previewMarker } from './preview-comment.ts';

export interface PostPreviewOptions {
  /** Address of GitHub's API. */
  api: string;
  /** Owner and name. */
  repository: string;
  pullRequest: number;
  /** A token of GitHub Actions that may write to pull requests. */
  token: string;
  stack: string;
  /** The report, as Markdown. */
  report: string;
  /** Where the whole report is, for one that is too long for a comment. */
  fullReport: string;
}

/**
 * Posts a stack's preview as one comment on a pull request, which later runs update.
 * @returns whether a comment was created or updated
 */
export async function postPreview(options: PostPreviewOptions): Promise<'created' | 'updated'> {
  const { api, repository, pullRequest, stack, report, fullReport } = options;
  const issues = `${api}/repos/${repository}/issues`;
  const body = previewComment(stack, report, fullReport);
  const existing = await findComment(`${issues}/${pullRequest}/comments`, options);
  if (existing === undefined) await call('POST', `${issues}/${pullRequest}/comments`, options.token, { body });
  else await call('PATCH', `${issues}/comments/${existing}`, options.token, { body });
  return existing === undefined ? 'created' : 'updated';
}

/** The id of the comment of an earlier run. People may quote the marker: only a bot's comment is taken, by its start. */
async function findComment(comments: string, { token, stack }: PostPreviewOptions): Promise<number | undefined> {
  const marker = previewMarker(stack);
  const perPage = 100;
  for (let page = 1; ; page += 1) {
    const found = await call('GET', `${comments}?per_page=${perPage}&page=${page}`, token);
    if (!Array.isArray(found)) throw new Error('GitHub answered with no list of comments');
    const own = found.filter(isComment).find(({ body, user }) => user.type === 'Bot' && body.startsWith(marker));
    if (own !== undefined) return own.id;
    if (found.length < perPage) return undefined;
  }
}

interface Comment {
  id: number;
  body: string;
  user: { type: string };
}

/** Comments of deleted users have no user, and are none of ours. */
function isComment(value: unknown): value is Comment {
  if (typeof value !== 'object' || value === null) return false;
  if (!('id' in value && 'body' in value && 'user' in value)) return false;
  const { id, body, user } = value;
  return (
    typeof id === 'number' && typeof body === 'string' && typeof user === 'object' && user !== null && 'type' in user
  );
}

async function call(method: string, url: string, token: string, content?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'x-github-api-version': '2022-11-28',
    },
    ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`${method} ${url} was answered with ${response.status}: ${await response.text()}`);
  return await response.json();
}

/** Run by GitHub Actions, which sets the variables. */
async function main(): Promise<void> {
  const options = { stack: { type: 'string' }, file: { type: 'string' }, 'pull-request': { type: 'string' } } as const;
  const { stack, file, 'pull-request': pullRequest } = parseArgs({ options }).values;
  // biome-ignore lint/style/noProcessEnv: a program of GitHub Actions alone, which hands over these by the environment
  const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_SERVER_URL, GITHUB_TOKEN } = process.env;
  if (!stack || !file || !pullRequest) throw new Error('--stack, --file and --pull-request are needed');
  if (!GITHUB_API_URL || !GITHUB_REPOSITORY || !GITHUB_TOKEN) {
    throw new Error('GITHUB_API_URL, GITHUB_REPOSITORY and GITHUB_TOKEN are needed');
  }
  const outcome = await postPreview({
    api: GITHUB_API_URL,
    repository: GITHUB_REPOSITORY,
    token: GITHUB_TOKEN,
    pullRequest: Number(pullRequest),
    stack,
    report: await readFile(file, 'utf8'),
    fullReport: `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`,
  });
  console.log(`The comment with the preview of ${stack} was ${outcome}`);
}

if (import.meta.main) await main();
