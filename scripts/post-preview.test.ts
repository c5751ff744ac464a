import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { type PostPreviewOptions, postPreview } from './post-preview.ts';

interface Comment {
  id: number;
  body: string;
  user: { type: string };
}

let comments: Comment[];
let requests: string[];
let options: PostPreviewOptions;

/** As much of GitHub's API as is needed: a page of comments, a new one, a changed one. */
const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
  requests.push(`${request.method} ${pathname}`);
  const answer = (status: number, content: object) => response.writeHead(status).end(JSON.stringify(content));
  if (request.headers.authorization !== 'Bearer good') return answer(401, { message: 'Bad credentials' });
  if (request.method === 'GET') {
    const perPage = Number(searchParams.get('per_page'));
    const first = (Number(searchParams.get('page')) - 1) * perPage;
    return answer(200, comments.slice(first, first + perPage));
  }
  const { body } = JSON.parse(await text(request));
  const id = Number(pathname.split('/').at(-1));
  const changed = comments.find((comment) => comment.id === id);
  if (request.method === 'PATCH' && changed !== undefined) return answer(200, Object.assign(changed, { body }));
  const comment = { id: comments.length + 1, body, user: { type: 'Bot' } };
  comments.push(comment);
  return answer(201, comment);
});

describe('the comment of a preview', () => {
  beforeEach(async () => {
    comments = [];
    requests = [];
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    assert.ok(address !== null && typeof address === 'object');
    options = {
      api: `http://127.0.0.1:${address.port}`,
      repository: 'owner/name',
      pullRequest: 7,
      token: 'good',
      stack: 'staging',
      report: 'First',
      fullReport: 'https://example.test/run',
    };
  });

  afterEach(async () => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  });

  test('creates one comment, and updates it the second time', async () => {
    assert.equal(await postPreview(options), 'created');
    assert.equal(await postPreview({ ...options, report: 'Second' }), 'updated');
    assert.deepEqual(
      comments.map(({ body }) => body),
      ['<!-- logomorph-preview:staging -->\nSecond'],
    );
    assert.equal(requests.at(-1), 'PATCH /repos/owner/name/issues/comments/1');
  });

  test('finds its comment on a later page', async () => {
    const talk = { body: 'talk', user: { type: 'User' } };
    comments = Array.from({ length: 250 }, (_, index) => ({ id: index + 1, ...talk }));
    assert.equal(await postPreview(options), 'created');
    assert.equal(await postPreview({ ...options, report: 'Second' }), 'updated');
    assert.equal(comments.length, 251);
  });

  test('gives each stack its own comment', async () => {
    await postPreview(options);
    assert.equal(await postPreview({ ...options, stack: 'prod' }), 'created');
    assert.equal(comments.length, 2);
  });

  test('leaves alone what people wrote, marker or not', async () => {
    comments = [{ id: 1, body: '<!-- logomorph-preview:staging -->\nmine', user: { type: 'User' } }];
    assert.equal(await postPreview(options), 'created');
    assert.equal(comments[0]?.body, '<!-- logomorph-preview:staging -->\nmine');
  });

  test('cuts a report that is too long for a comment, and closes what is open there', async () => {
    const report = `<details><summary>Pods</summary>\n\n\`\`\`diff\n${'+ one more line\n'.repeat(6000)}\`\`\`\n</details>\n`;
    await postPreview({ ...options, report });
    const body = comments[0]?.body ?? '';
    assert.ok(body.length > 65_000 && body.length <= 65_536);
    assert.match(body, /\n\+ one more line\n```\n<\/details>\n\n\*\*Cut here.*https:\/\/example\.test\/run/);
  });

  test('says what GitHub refused', async () => {
    await assert.rejects(postPreview({ ...options, token: 'bad' }), /401: .*Bad credentials/);
  });
});
