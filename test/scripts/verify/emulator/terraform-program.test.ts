import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTerraform } from '../../../../scripts/verify/emulator/terraform-program';
import { MissingPart } from '../../../../scripts/verify/missing-part';
import { scriptTerraform, type ScriptedTerraform } from './scripted-terraform';

const STACKS = [
  {
    ...{ name: 'shop-staging-dns', folder: '' },
    content: {
      terraform: {
        required_version: '>= 1.11.0',
        required_providers: { aws: { source: 'hashicorp/aws', version: '>= 5.100.0' } },
      },
    },
  },
];
const INSTALLS = `
  const folder = path.join('.terraform/providers/registry.example.com/hashicorp/aws/5.100.0/linux_amd64');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'terraform-provider-aws_v5.100.0'), '');
  fs.copyFileSync(env.TF_CLI_CONFIG_FILE, 'configuration.txt');
`;

let terraform: ScriptedTerraform | undefined;

afterEach(() => {
  terraform?.remove();
});

function find(script: Readonly<Record<string, string>>, environment: NodeJS.ProcessEnv = {}) {
  terraform = scriptTerraform(script);
  const work = join(terraform.folder, 'work');
  mkdirSync(work);
  return findTerraform(work, STACKS, {
    TERRAFORM_BINARY_NAME: terraform.binary,
    ...environment,
  });
}

test('finds Terraform and the providers, and says which', async () => {
  const { versions } = await find({ init: INSTALLS });

  expect(versions).toBe('terraform 1.11.4, aws 5.100.0');
});

test('asks for what the stacks ask for', async () => {
  await find({ init: INSTALLS });
  const home = join(terraform?.folder ?? '', 'work/providers/main.tf.json');

  expect(JSON.parse(readFileSync(home, 'utf8'))).toEqual({
    terraform: {
      required_version: '>= 1.11.0',
      required_providers: { p0: { source: 'hashicorp/aws', version: '>= 5.100.0' } },
    },
  });
});

test('takes providers from the folder that is named, and later from nowhere but where they were put', async () => {
  const { env } = await find({ init: INSTALLS }, { TERRAFORM_PLUGIN_MIRROR: '/mirror' });
  const home = join(terraform?.folder ?? '', 'work/providers');

  expect(readFileSync(join(home, 'configuration.txt'), 'utf8')).toContain('path = "/mirror"');
  expect(readFileSync(env['TF_CLI_CONFIG_FILE'] ?? '', 'utf8')).toContain(
    `filesystem_mirror { path = "${join(home, '.terraform/providers')}" }`,
  );
});

test('hands down no credentials, endpoints or variables', async () => {
  const { env } = await find(
    { init: INSTALLS },
    {
      AWS_PROFILE: 'production',
      AWS_ENDPOINT_URL: 'x',
      TF_VAR_a: '1',
      TF_LOG: 'TRACE',
      HOME: '/h',
    },
  );

  expect(env).toMatchObject({ HOME: '/h', AWS_ENDPOINT_URL: 'http://127.0.0.1:9' });
  expect(Object.keys(env)).not.toEqual(
    expect.arrayContaining(['AWS_PROFILE', 'TF_VAR_a', 'TF_LOG']),
  );
  expect(env['AWS_PROFILE']).toBeUndefined();
  expect(env['TF_LOG']).toBeUndefined();
  expect(readFileSync(env['AWS_CONFIG_FILE'] ?? '', 'utf8')).toBe('');
});

test('says that there is no Terraform, and how to get one', async () => {
  await expect(find({}, { TERRAFORM_BINARY_NAME: '/nowhere/terraform' })).rejects.toThrow(
    new MissingPart(
      '/nowhere/terraform does not start (spawn /nowhere/terraform ENOENT); install Terraform 1.11 or later, or name another by TERRAFORM_BINARY_NAME',
    ),
  );
});

test('says which version does not suit', async () => {
  const init = `console.error('Error: Unsupported Terraform Core version\\n\\nneeds 1.11'); process.exitCode = 1;`;
  const version = `console.log(JSON.stringify({ terraform_version: '1.5.7' }))`;

  await expect(find({ init, version })).rejects.toThrow(
    new MissingPart(
      'terraform 1.5.7 cannot be initialised: Error: Unsupported Terraform Core version needs 1.11; install a Terraform that the stacks accept',
    ),
  );
});

test('says that a provider cannot be had without the network', async () => {
  const init = `console.error('Error: Failed to query available provider packages\\n\\nno such host'); process.exitCode = 1;`;

  await expect(find({ init })).rejects.toThrow(
    /no such host; name a folder with the providers by TERRAFORM_PLUGIN_MIRROR, or allow the network$/,
  );
});

test('runs Terraform in a folder, and never longer than it may', async () => {
  const found = await find({ init: INSTALLS, apply: 'setInterval(() => {}, 1000);' });
  const ended = await found.run(terraform?.folder ?? '', ['apply'], 0.5);

  expect(ended.code).toBeUndefined();
  expect(ended.stderr).toContain('stopped after 0.5 s');
});
