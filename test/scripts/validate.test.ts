import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { fakeTerraform, stackOf, type FakeTerraform } from './verify/fake-terraform';

const ROOT = resolve(__dirname, '../..');

describe('npm run validate', () => {
  const fake: FakeTerraform = fakeTerraform({
    'shop-live-a': stackOf(['x', 'old']),
    'shop-live-b': stackOf(['old']),
    'shop-test-a': stackOf(['broken']),
  });
  afterAll(() => {
    fake.remove();
  });

  const run = (args: readonly string[], binary = fake.binary) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
      execFile(
        process.execPath,
        ['--import', 'tsx', 'scripts/validate.ts', '--stacks', fake.stacks, ...args],
        { cwd: ROOT, env: { ...process.env, TERRAFORM_BINARY_NAME: binary } },
        (error, stdout, stderr) => {
          done({ code: error === null ? 0 : Number(error.code), stdout, stderr });
        },
      );
    });

  test('tells what is wrong and what will be, and ends with 1', async () => {
    const { code, stdout, stderr } = await run([]);

    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      'INVALID shop-test-a',
      '  cdk.tf.json:3: It is broken: Really.',
      'WARNING fake_thing.old: It is old (shop-live-a and 1 other stack)',
      expect.stringMatching(
        /^3 stacks, 1 invalid, in [\d.]+ s with terraform 1\.11\.4, fake 1\.2\.3$/,
      ),
      '',
    ]);
    expect(stderr).toContain('… 3 of 3: ');
  });

  test('ends with 0 when the stacks that are asked for are valid', async () => {
    const { code, stdout, stderr } = await run(['--only', 'shop-live-*', '--json']);

    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      result: 'valid',
      versions: 'terraform 1.11.4, fake 1.2.3',
      stacks: [
        {
          stack: 'shop-live-a',
          result: 'valid',
          detail: [],
          warnings: ['fake_thing.old: It is old'],
        },
        { stack: 'shop-live-b', result: 'valid', detail: [] },
      ],
    });
  });

  test('says that it skipped, and only fails for it when told to', async () => {
    const skipped = await run([], 'no-such-terraform');
    const required = await run(['--require', '--json'], 'no-such-terraform');

    expect([skipped.code, required.code]).toEqual([0, 1]);
    expect(skipped.stdout).toMatch(
      /^SKIPPED: no-such-terraform does not start .*; install Terraform/,
    );
    expect(JSON.parse(required.stdout)).toMatchObject({ result: 'skipped', stacks: [] });
  });

  test.each([
    [['--parallel', '0'], "--parallel is '0', a whole number of 1 to 16 is needed"],
    [['--parallel', '17'], "--parallel is '17', a whole number of 1 to 16 is needed"],
    [['--only', 'none-*'], "there is no synthesised stack 'none-*' in "],
    [['--what'], "Unknown option '--what'"],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stdout, stderr } = await run(args);

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).toContain('usage: npm run validate');
  });
});
