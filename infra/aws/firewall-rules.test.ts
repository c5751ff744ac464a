import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { at, isPlain, listAt, textAt } from '../policy/plain.ts';
import { firewallRules, REFUSALS } from './firewall-rules.ts';

const rules: readonly unknown[] = JSON.parse(JSON.stringify(firewallRules(5_000)));
const ruleOf = (name: string) => rules.find((rule) => textAt(rule, 'name') === name) ?? assert.fail(name);
const regex = (value: unknown) => new RegExp(textAt(value, 'regexMatchStatement.regexString'));

/** Paths of the API that take a body, and whether that is of any bytes. */
function bodies(): { path: string; raw: boolean }[] {
  const description: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/openapi.json'), 'utf8'));
  const paths = at(description, 'paths');
  assert.ok(isPlain(paths));
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.values(isPlain(methods) ? methods : {}).flatMap((operation) => {
      const content = at(operation, 'requestBody.content');
      if (!isPlain(content)) return [];
      return [
        { path: path.replaceAll(/\{\w+\}/g, 'abc'), raw: !Object.keys(content).every((type) => /json/.test(type)) },
      ];
    }),
  );
}

test('the rules are asked in an order, each counted under its name', () => {
  assert.deepEqual(
    rules.map((rule) => textAt(rule, 'visibilityConfig.metricName')),
    ['hidden', 'rate', 'AmazonIpReputationList', 'KnownBadInputsRuleSet', 'CommonRuleSet', 'bodies'],
  );
  assert.deepEqual(
    rules.map((rule) => at(rule, 'priority')),
    [0, 1, 2, 3, 4, 5],
  );
});

test('what is for those inside is not found from outside', () => {
  const hidden = regex(at(ruleOf('hidden'), 'statement'));
  for (const path of ['/metrics', '/metrics/', '/health/ready']) assert.match(path, hidden);
  for (const path of ['/health', '/v1/logos/metrics', '/api-docs', '/']) assert.doesNotMatch(path, hidden);
  assert.equal(at(ruleOf('hidden'), 'action.block.customResponse.responseCode'), 404);
});

test('an address that asks too often is told when to ask again, in the words of the API', () => {
  const { customResponse } = Object(at(ruleOf('rate'), 'action.block'));
  assert.deepEqual(customResponse.responseHeaders, [{ name: 'retry-after', value: '300' }]);
  assert.equal(customResponse.responseCode, 429);
  const body = REFUSALS.find(({ key }) => key === customResponse.customResponseBodyKey);
  assert.equal(JSON.parse(body?.content ?? '').type, 'urn:logomorph:problem:rate-limited');
});

test('bodies that look like an attack are refused, but for those of uploads, which are pictures', () => {
  const [labels, notUploads] = listAt(ruleOf('bodies'), 'statement.andStatement.statements');
  const uploads = regex(at(notUploads, 'notStatement.statement'));
  const found = bodies();
  assert.ok(found.filter(({ raw }) => raw).length >= 3 && found.some(({ raw }) => !raw));
  for (const { path, raw } of found) assert.equal(uploads.test(path), raw || path === '/v1/logos', path);
  const refused = listAt(labels, 'orStatement.statements').map((one) => textAt(one, 'labelMatchStatement.key'));
  assert.ok(refused.includes('awswaf:managed:aws:core-rule-set:CrossSiteScripting_Body'));
});

test('logos and batches of more than 8 KiB pass', () => {
  const counted = listAt(ruleOf('CommonRuleSet'), 'statement.managedRuleGroupStatement.ruleActionOverrides');
  const names = counted.map((one) => textAt(one, 'name'));
  for (const name of ['SizeRestrictions_BODY', 'CrossSiteScripting_BODY']) assert.ok(names.includes(name), name);
  for (const one of counted) assert.deepEqual(one.actionToUse, { count: {} });
});
