/** Validates the synthesised stacks with Terraform and its providers: `npm run validate`. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { count } from '../lib/review/texts';
import { readStacks } from './verify/stack-files';
import { validateStacks, type StackResult, type Validation } from './verify/terraform-validate';

const USAGE = `usage: npm run validate -- [options]
  --stacks <folder>   the synthesised stacks (default cdktf.out/stacks)
  --only <pattern>    only stacks whose names it covers, for example 'shop-staging-*'
  --parallel <number> runs of Terraform at a time, 1 to 16 (default 2)
  --each              validate each stack in a run of its own, which takes ten times as long
  --require           fail when Terraform or a provider is not there
  --json              print the results as JSON
environment: TERRAFORM_BINARY_NAME names another Terraform, TERRAFORM_PLUGIN_MIRROR a folder with providers
`;

/** A command line nobody can follow. */
class WrongUsage extends Error {
  public override readonly name = 'WrongUsage';
}

async function main(): Promise<number> {
  const { values } = readArguments();
  const parallel = Number(values.parallel);
  if (!Number.isInteger(parallel) || parallel < 1 || parallel > 16)
    throw new WrongUsage(`--parallel is '${values.parallel}', a whole number of 1 to 16 is needed`);
  const stacks = readStacks(resolve(values.stacks), values.only);
  if (stacks.length === 0) {
    throw new WrongUsage(
      `there is no synthesised stack '${values.only}' in ${values.stacks}; synthesise first: npm start`,
    );
  }
  const started = performance.now();
  const progress = (done: number, text: string): void => {
    if (!values.json) process.stderr.write(`… ${done} of ${stacks.length}: ${shorten(text)}\n`);
  };
  const validation = await validateStacks(stacks, {
    ...{ parallel, progress },
    each: values.each,
    environment: process.env,
  });
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  process.stdout.write(values.json ? toJson(validation, seconds) : toText(validation, seconds));
  if (!validation.available) return values.require ? 1 : 0;
  return validation.stacks.some(({ result }) => result === 'invalid') ? 1 : 0;
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        stacks: { type: 'string', default: 'cdktf.out/stacks' },
        only: { type: 'string', default: '*' },
        parallel: { type: 'string', default: '2' },
        each: { type: 'boolean', default: false },
        require: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

function toJson(validation: Validation, seconds: number): string {
  const result = validation.available
    ? {
        result: validation.stacks.every(({ result: one }) => one === 'valid') ? 'valid' : 'invalid',
        versions: validation.versions,
        seconds,
        stacks: validation.stacks,
      }
    : { result: 'skipped', missing: validation.missing, seconds, stacks: [] };
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

function toText(validation: Validation, seconds: number): string {
  if (!validation.available) return `SKIPPED: ${validation.missing}\n`;
  const { stacks, versions } = validation;
  const invalid = stacks.filter(({ result }) => result === 'invalid');
  const lines = [
    ...invalid.flatMap(({ stack, detail }) => [
      `INVALID ${stack}`,
      ...detail.map((text) => `  ${text}`),
    ]),
    ...warningLines(stacks),
    `${count(stacks.length, 'stack')}, ${invalid.length} invalid, in ${seconds} s with ${versions}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** A warning many stacks share is one line. */
function warningLines(stacks: readonly StackResult[]): readonly string[] {
  const by = new Map<string, Set<string>>();
  for (const { stack, warnings } of stacks)
    for (const warning of warnings) by.set(warning, (by.get(warning) ?? new Set()).add(stack));
  return [...by].map(([warning, [first = '', ...more]]) => {
    const where = more.length === 0 ? first : `${first} and ${count(more.length, 'other stack')}`;
    return `WARNING ${warning} (${where})`;
  });
}

function shorten(text: string): string {
  return text.length > 70 ? `${text.slice(0, 69)}…` : text;
}

// Leaving by `exit` stops the providers that were started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

main()
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    if (!(error instanceof WrongUsage)) throw error;
    process.stderr.write(`${error.message}\n${USAGE}`);
    process.exitCode = 2;
  });
