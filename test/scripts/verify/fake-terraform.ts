import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A program that answers like Terraform: `init` installs a provider that serves, and `validate` finds an error in each
 * stack with a resource called `broken`, one of nobody in a configuration with one called `lost`, and a warning in one
 * called `old`. It writes down each call.
 */
const TERRAFORM = `#!/usr/bin/env node
const fs = require('fs'), path = require('path');
const [command, ...rest] = process.argv.slice(2);
const cwd = process.cwd();
fs.appendFileSync(path.join(__dirname, 'calls.txt'), [command, ...rest, process.env.TF_REATTACH_PROVIDERS ? 'attached' : 'alone', path.basename(cwd)].join(' ') + '\\n');
const home = JSON.parse(fs.readFileSync(path.join(cwd, fs.existsSync('main.tf.json') ? 'main.tf.json' : 'cdk.tf.json'), 'utf8'));
if (command === 'version') console.log(JSON.stringify({ terraform_version: '1.11.4' }));
if (command === 'providers') console.log(fs.readFileSync(path.join(__dirname, 'schemas.json'), 'utf8'));
if (command === 'init') {
  const required = Object.values(home.terraform?.required_providers ?? {});
  if (required.some(({ version }) => version === '>= 99')) {
    console.error('\\u2577\\n\\u2502 Error: Failed to query available provider packages\\n\\u2502 \\n\\u2502 no version suits\\n\\u2575\\n\\nmore');
    process.exit(1);
  }
  for (const { source } of required) {
    const folder = path.join('.terraform/providers/registry.example.com', source, '1.2.3/linux_amd64');
    fs.mkdirSync(folder, { recursive: true });
    const file = path.join(folder, 'terraform-provider-' + path.basename(source) + '_v1.2.3');
    fs.writeFileSync(file, fs.readFileSync(path.join(__dirname, 'provider'), 'utf8'), { mode: 0o755 });
  }
}
if (command === 'validate') {
  const stacks = home.module
    ? Object.values(home.module).map(({ source }) => [source.slice(2) + '/', JSON.parse(fs.readFileSync(path.join(source, 'cdk.tf.json'), 'utf8'))])
    : [['', home]];
  const diagnostics = stacks.flatMap(([prefix, stack]) => {
    const range = { filename: prefix + 'cdk.tf.json', start: { line: 3 } };
    const names = Object.keys(stack.resource?.fake_thing ?? {});
    return [
      ...(home.module ? [{ severity: 'warning', summary: 'Backend configuration ignored', range }] : []),
      ...(names.includes('broken') ? [{ severity: 'error', summary: 'It is broken', detail: 'Really.', range }] : []),
      ...(names.includes('lost') ? [{ severity: 'error', summary: 'It is lost' }] : []),
      ...(names.includes('old') ? [{ severity: 'warning', summary: 'It is old', range, snippet: { context: 'fake_thing.old' } }] : []),
    ];
  });
  if (stacks.some(([, stack]) => stack.resource?.fake_thing?.crash)) process.exit(11);
  console.log(JSON.stringify({ diagnostics }));
  process.exit(diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0);
}
`;
const PROVIDER = `#!/usr/bin/env node
console.log("Provider started.\\n\\n\\tTF_REATTACH_PROVIDERS='" + JSON.stringify({ fake: { Pid: process.pid } }) + "'\\n");
setInterval(() => {}, 1000);
require('fs').writeFileSync(process.env.FAKE_PROVIDER_PID ?? '/dev/null', String(process.pid));
`;
const SCHEMAS = {
  provider_schemas: {
    'registry.example.com/hashicorp/fake': {
      provider: { block: { attributes: { region: { optional: true } } } },
      resource_schemas: {
        fake_thing: {
          block: {
            attributes: { size: { optional: true }, age: { optional: true, deprecated: true } },
          },
        },
      },
    },
  },
};

/** A folder with the program and stacks in it. */
export interface FakeTerraform {
  readonly folder: string;
  /** Path of the program. */
  readonly binary: string;
  /** Folder of the stacks. */
  readonly stacks: string;
  remove(): void;
}

/** Writes the program, and stacks with the resources named. */
export function fakeTerraform(stacks: Readonly<Record<string, object>>): FakeTerraform {
  const folder = mkdtempSync(join(tmpdir(), 'fake-terraform-'));
  const binary = join(folder, 'terraform');
  writeFileSync(binary, TERRAFORM);
  chmodSync(binary, 0o755);
  writeFileSync(join(folder, 'provider'), PROVIDER);
  writeFileSync(join(folder, 'schemas.json'), JSON.stringify(SCHEMAS));
  for (const [name, content] of Object.entries(stacks)) {
    mkdirSync(join(folder, 'stacks', name), { recursive: true });
    writeFileSync(join(folder, 'stacks', name, 'cdk.tf.json'), JSON.stringify(content));
  }
  return {
    folder,
    binary,
    stacks: join(folder, 'stacks'),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A stack with things of the fake provider. */
export function stackOf(things: readonly string[], more: object = {}): object {
  return {
    terraform: {
      required_providers: { fake: { source: 'hashicorp/fake', version: '1.2.3' } },
      backend: {},
    },
    provider: { fake: [{ region: 'a' }] },
    resource: { fake_thing: Object.fromEntries(things.map((name) => [name, { size: 1 }])) },
    ...more,
  };
}
