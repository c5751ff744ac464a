import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as pulumi from '@pulumi/pulumi';
import { requireNoLoss } from './data-loss-gate.ts';
import { Failure } from './failure.ts';
import { type EngineStack, engineStack, skipWithoutEngine } from './testing/engine-stack.ts';

const DATABASE = 'urn:pulumi:prod::logomorph::aws:rds/instance:Instance::database';

class MadeUp extends pulumi.CustomResource {}
const database = (identifier: string, protect: boolean) =>
  new MadeUp('aws:rds/instance:Instance', 'database', { identifier }, { protect });
const address = () => new MadeUp('aws:ec2/eip:Eip', 'address', {});

describe('an up of the real engine', { skip: skipWithoutEngine() }, () => {
  let made: EngineStack;

  before(async () => {
    made = await engineStack({ 'logomorph:environment': 'prod' });
    made.declare(() => {
      database('first', true);
      address();
    });
    await made.stack.up();
  });
  after(() => made[Symbol.asyncDispose]());

  /** The lines that a program is refused with; none where it may go on. */
  async function refused(program: () => void, allowed = ''): Promise<string[]> {
    await made.stack.setConfig('logomorph:dataLossAllowed', { value: allowed });
    made.declare(program);
    try {
      await requireNoLoss(made.stack);
    } catch (error) {
      assert.ok(error instanceof Failure, String(error));
      return error.message.split('\n');
    }
    return [];
  }

  test('may delete what holds no data', async () => {
    assert.deepEqual(await refused(() => database('first', true)), []);
  });

  test('may not delete a database, and is told so in a line', async () => {
    const [line = '', ...more] = await refused(() => address());
    assert.ok(line.startsWith(`refused to delete ${DATABASE}: only what logomorph:dataLossAllowed`), line);
    assert.deepEqual(more, []);
  });

  test('may not replace one by taking its protection off in the same change, as the engine alone would let it', async () => {
    const program = () => database('second', false);
    const [line = '', ...more] = await refused(program);
    assert.ok(line.startsWith(`refused to replace ${DATABASE} because of identifier: `), line);
    assert.deepEqual(more, []);
    assert.match(
      (await refused(program, `${DATABASE}@2020-12-31`)).join(),
      /names it until 2020-12-31, which is past$/,
    );
    assert.deepEqual(await refused(program, `${DATABASE}@2999-12-31`), []);
  });

  test('may do all that in a stack that is for throwing away', async () => {
    await made.stack.setConfig('logomorph:environment', { value: 'local' });
    assert.deepEqual(await refused(() => database('second', false)), []);
    await made.stack.setConfig('logomorph:environment', { value: 'prod' });
  });
});
