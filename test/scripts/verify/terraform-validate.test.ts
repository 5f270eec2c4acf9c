import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStacks } from '../../../scripts/verify/stack-files';
import { validateStacks, type Validation } from '../../../scripts/verify/terraform-validate';
import { fakeTerraform, stackOf, type FakeTerraform } from './fake-terraform';

/** Results by stack: `valid`, or what is wrong. */
function resultsOf(validation: Validation): Readonly<Record<string, string | readonly string[]>> {
  if (!validation.available) throw new Error(validation.missing);
  return Object.fromEntries(
    validation.stacks.map(({ stack, result, detail }) => [
      stack,
      result === 'valid' ? result : detail,
    ]),
  );
}

describe('stacks are validated', () => {
  let fake: FakeTerraform;
  const setUp = (stacks: Readonly<Record<string, object>>): void => {
    fake = fakeTerraform(stacks);
  };
  const validate = (each = false, more: Readonly<Record<string, string>> = {}) =>
    validateStacks(readStacks(fake.stacks), {
      ...{ parallel: 2, each, progress: () => undefined },
      environment: {
        ...{ PATH: process.env['PATH'], TERRAFORM_BINARY_NAME: fake.binary },
        FAKE_PROVIDER_PID: join(fake.folder, 'pid'),
        ...more,
      },
    });
  const calls = (command: string) =>
    readFileSync(join(fake.folder, 'calls.txt'), 'utf8')
      .split('\n')
      .filter((call) => call.startsWith(`${command} `));
  const isRunning = (): boolean => {
    try {
      return process.kill(Number(readFileSync(join(fake.folder, 'pid'), 'utf8')), 0);
    } catch {
      return false;
    }
  };

  afterEach(() => {
    fake.remove();
  });

  test('in as many runs as there may be at a time, with a provider that is started once and stopped', async () => {
    setUp({ a: stackOf(['x']), b: stackOf(['x']), c: stackOf(['x']), d: stackOf(['x']) });
    const validation = await validate();

    expect(resultsOf(validation)).toEqual({ a: 'valid', b: 'valid', c: 'valid', d: 'valid' });
    expect(validation).toMatchObject({ versions: 'terraform 1.11.4, fake 1.2.3' });
    expect(validation).toHaveProperty('stacks.0.together', 2);
    expect(calls('validate')).toHaveLength(2);
    expect(calls('providers')).toHaveLength(1);
    expect(calls('validate').every((call) => call.includes(' attached '))).toBe(true);
    expect(isRunning()).toBe(false);
  });

  test('each alone when that is asked for, in its own folder', async () => {
    setUp({ a: stackOf(['x']), b: stackOf(['broken']) });

    expect(resultsOf(await validate(true))).toEqual({
      a: 'valid',
      b: ['cdk.tf.json:3: It is broken: Really.'],
    });
    expect(calls('validate').sort()).toEqual([
      'validate -json attached a',
      'validate -json attached b',
    ]);
  });

  test('the same together as alone, whatever is wrong', async () => {
    setUp({
      ...{ a: stackOf(['x']), b: stackOf(['broken']), c: stackOf(['x']), d: stackOf(['lost']) },
      ...{
        e: stackOf(['x']),
        f: stackOf(['crash']),
        g: stackOf(['x']),
        h: stackOf(['x'], { output: {} }),
      },
    });
    const together = resultsOf(await validate());

    expect(together).toEqual({
      ...{ a: 'valid', c: 'valid', e: 'valid', g: 'valid', h: 'valid' },
      b: ['cdk.tf.json:3: It is broken: Really.'],
      d: ['It is lost'],
      f: ['terraform validate ended with 11:'],
    });
    expect(resultsOf(await validate(true))).toEqual(together);
  });

  test('a stack that means another thing as a module alone', async () => {
    setUp({
      a: stackOf(['x']),
      b: stackOf(['x']),
      out: stackOf(['x'], { output: { x: { value: 1 } } }),
    });
    await validate();

    expect(calls('validate')).toContain('validate -json attached out');
  });

  test('with warnings of Terraform and of the schemas, each once', async () => {
    const old = { resource: { fake_thing: { old: { age: 1 } } } };
    setUp({ a: stackOf([], old), b: stackOf(['x']) });
    const validation = await validate();

    expect(validation).toMatchObject({
      stacks: [
        {
          stack: 'a',
          result: 'valid',
          warnings: ['fake_thing.old: It is old', 'resource.fake_thing.old: age is deprecated'],
        },
        { stack: 'b', warnings: [] },
      ],
    });
  });

  test('against the schemas too', async () => {
    setUp({ a: stackOf([], { resource: { fake_thing: { x: { siez: 1 } } } }), b: stackOf(['x']) });

    expect(resultsOf(await validate())).toEqual({
      a: ['resource.fake_thing.x: there is no argument siez'],
      b: 'valid',
    });
  });

  test('not at all without Terraform, and it is said how to get it', async () => {
    setUp({ a: stackOf(['x']) });

    expect(await validate(false, { TERRAFORM_BINARY_NAME: 'no-such-terraform' })).toEqual({
      available: false,
      missing:
        'no-such-terraform does not start (spawn no-such-terraform ENOENT); install Terraform 1.11 or later, or name another by TERRAFORM_BINARY_NAME',
    });
  });

  test('not at all without the providers, and it is said how to get them', async () => {
    const required = {
      required_providers: { fake: { source: 'hashicorp/fake', version: '>= 99' } },
    };
    setUp({ a: stackOf(['x'], { terraform: required }) });

    expect(await validate()).toEqual({
      available: false,
      missing:
        'Error: Failed to query available provider packages no version suits (hashicorp/fake >= 99); name a folder with the providers by TERRAFORM_PLUGIN_MIRROR, or allow the network',
    });
  });
});
