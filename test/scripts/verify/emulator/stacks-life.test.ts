import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layOut, manifestOf, type LaidOut } from '../../../../scripts/verify/emulator/laid-out';
import {
  applyStacks,
  changedLines,
  countResources,
  destroyStacks,
  planStacksEmpty,
} from '../../../../scripts/verify/emulator/stacks-life';
import type { TerraformProgram } from '../../../../scripts/verify/emulator/terraform-program';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'groundplan-life-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Two stacks, of which the service needs the network. */
function stacks(): LaidOut {
  const content = { provider: { aws: [{ allowed_account_ids: ['111122223333'] }] }, terraform: {} };
  const manifest = {
    stacks: { network: { dependencies: [] }, service: { dependencies: ['network'] } },
  };
  mkdirSync(join(folder, 'out/stacks'), { recursive: true });
  writeFileSync(join(folder, 'out/manifest.json'), JSON.stringify(manifest));
  return layOut(
    join(folder, 'work'),
    ['network', 'service'].map((name) => ({ name, folder: '', content })),
    manifestOf(join(folder, 'out/stacks')),
    { endpoint: 'http://127.0.0.1:5000', states: join(folder, 'states') },
  );
}

/** A life with a Terraform that ends as a command's entry says, by default well. */
function life(ends: Readonly<Record<string, { code?: number; stdout?: string }>> = {}) {
  const said: string[] = [];
  const terraform: TerraformProgram = {
    ...{ command: 'terraform', env: {}, versions: '' },
    run: (cwd, [command = '']) => {
      const name = cwd.split('/').at(-1) ?? '';
      said.push(`${command} ${name}`);
      const { code = 0, stdout = '' } = ends[`${command} ${name}`] ?? {};
      return Promise.resolve({ code, stdout, stderr: '', seconds: 1 });
    },
  };
  return { said, life: { terraform, stacks: stacks(), parallel: 2, progress: () => undefined } };
}

test('initialises and applies each stack after what it depends on', async () => {
  const { said, life: both } = life();

  expect(await applyStacks(both)).toEqual([]);
  expect(said).toEqual(['init network', 'apply network', 'init service', 'apply service']);
});

test('does not try what depends on a failure, and says why', async () => {
  const { life: both } = life({ 'apply network': { code: 1, stdout: 'Error: no subnet' } });

  expect(await applyStacks(both)).toEqual([
    '[network] apply failed: Error: no subnet',
    '[service] apply was not tried, because what they depend on failed; mend that first',
  ]);
});

test('destroys each stack before what it depends on', async () => {
  const { said, life: both } = life();

  expect(await destroyStacks(both)).toEqual([]);
  expect(said).toEqual(['destroy service', 'destroy network']);
});

test('finds nothing where a second plan is empty', async () => {
  expect(await planStacksEmpty(life().life)).toEqual([]);
});

test('tells what a second plan would change', async () => {
  const stdout =
    '  # aws_vpc.main will be updated in-place\n  ~ resource "aws_vpc" "main" {\n      ~ tags = {}\n';
  const { life: both } = life({ 'plan service': { code: 2, stdout } });

  expect(await planStacksEmpty(both)).toEqual([
    '[service] a second plan is not empty: aws_vpc.main will be updated in-place (~ resource "aws_vpc" "main" { ~ tags = {}); make what is asked for and what AWS answers the same',
  ]);
});

test('tells that a second plan fails', async () => {
  const { life: both } = life({ 'plan network': { code: 1, stdout: 'Error: broken' } });

  expect(await planStacksEmpty(both)).toEqual(['[network] plan failed: Error: broken']);
});

test('tells what changes of a plan that names no resource', () => {
  expect(changedLines('Changes to Outputs:\n  + arn = "x"\n\nbye')).toEqual(['+ arn = "x"']);
});

test('counts the resources in the states that are there', () => {
  const resources = [{ mode: 'managed', type: 'aws_vpc', instances: [{}, {}] }];
  writeFileSync(join(folder, 'network.tfstate'), JSON.stringify({ resources }));

  expect(countResources(folder, ['network', 'service'])).toBe(2);
});
