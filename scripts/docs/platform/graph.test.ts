import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceDifferences } from './differences.ts';
import { graph } from './graph.ts';
import { resourcesOf } from './programs.ts';

test('the picture is one that Mermaid takes: boxes in closed groups, named once, and arrows between them', async () => {
  const [fence, head, ...lines] = graph(await resourcesOf('prod')).split('\n');
  assert.deepEqual([fence, head, lines.pop()], ['```mermaid', 'flowchart LR', '```']);
  const boxes: string[] = [];
  const arrows: string[] = [];
  let open = 0;
  for (const line of lines) {
    const [, box] = /^ {4}(\w+)\["[^"[\]]+"\]$/.exec(line) ?? [];
    const [, from, to] = /^ {2}(\w+) --> (\w+)$/.exec(line) ?? [];
    if (/^ {2}subgraph \w+\["[^"[\]]+"\]$/.test(line)) open += 1;
    else if (line === '  end') open -= 1;
    else if (box !== undefined && open === 1) boxes.push(box);
    else if (from !== undefined && to !== undefined && open === 0) arrows.push(from, to);
    else assert.fail(`no line of a picture: ${line}`);
  }
  assert.equal(open, 0);
  assert.equal(new Set(boxes).size, boxes.length);
  // A picture of more is read by nobody.
  assert.ok(boxes.length > 15 && boxes.length < 45, `${boxes.length}`);
  assert.ok(arrows.length > 0);
  for (const end of arrows) assert.ok(boxes.includes(end), end);
});

test('the picture has the way from the data stores to the programs, once', async () => {
  const text = graph(await resourcesOf('prod'));
  assert.match(text, /Stores_stores --> Migrations_migrations\n/);
  assert.match(text, /Migrations_migrations --> Api_api\n/);
  assert.doesNotMatch(text, /Stores_stores --> Api_api/);
});

test('differences are found in inputs and in what is there, and not in the names of stacks', async () => {
  const text = resourceDifferences(await resourcesOf('staging'), await resourcesOf('prod'));
  assert.match(text, /\| Instance database `multiAz` \| false \| true \|/);
  assert.match(text, /\| NatGateway nat-2 \| none \| there is one \|/);
  assert.doesNotMatch(text, /Instance database `identifier`/);
});
