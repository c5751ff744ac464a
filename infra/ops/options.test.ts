import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptions } from './options.ts';

const ALL = ['stack', 'config', 'service-image', 'worker-image', 'markdown', 'forget'] as const;

test('without options it is the local stack', () => {
  assert.deepEqual(readOptions([], ALL), {
    stack: 'local',
    config: [],
    markdown: undefined,
    forget: false,
    foundation: false,
    expired: false,
  });
});

test('config is given as to pulumi, and secrets stay secrets', () => {
  const args = ['--stack', 'dev', '--config', 'namespace=x=y', '--config=logomorph:redisPassword=abc'];
  const { stack, config } = readOptions([...args, '--config', 'kubernetes:context=kind-dev'], ALL);
  assert.equal(stack, 'dev');
  assert.deepEqual(config, [
    { key: 'logomorph:namespace', value: 'x=y', secret: false },
    { key: 'logomorph:redisPassword', value: 'abc', secret: true },
    { key: 'kubernetes:context', value: 'kind-dev', secret: false },
  ]);
});

test('images that are built already are config too, and come as two', () => {
  const { config } = readOptions(['--service-image', 'a:1', '--worker-image', 'b:2'], ALL);
  assert.deepEqual(
    config.map(({ key, value }) => [key, value]),
    [
      ['logomorph:serviceImage', 'a:1'],
      ['logomorph:workerImage', 'b:2'],
    ],
  );
  assert.throws(() => readOptions(['--service-image', 'a:1'], ALL), /--service-image and --worker-image go together/);
});

test('what is no option is refused in one line', () => {
  const refused: [string[], RegExp][] = [
    [['--config', 'namespace'], /^Failure: --config takes key=value, and not "namespace"$/],
    [['--config', 'replicas=3'], /^Failure: logomorph:replicas is no setting; Pulumi.yaml has them all$/],
    [['--nothing'], /^Failure: Unknown option '--nothing'.*$/],
    [['prod'], /^Failure: Unexpected argument 'prod'.*$/],
  ];
  for (const [args, message] of refused) assert.throws(() => readOptions(args, ALL), message);
  assert.throws(() => readOptions(['--markdown=x'], ['stack']), /--markdown is no option here; there are --stack/);
});
